import type { Unfolded } from '../../form/layout';

/** Where forms have the fields of an ad group that several tasks share. */

/** What conversions the ad group optimizes for. */
export const GOAL = {
	group: 'optimizationGoal',
	fields: ['conversionEvent', 'conversionTagId'],
	others: { displayName: 'Goal Options', name: 'goalOptions', placeholder: 'Add option' },
	shown: {
		conversionEvent: { empty: { name: 'None', description: 'No optimization goal' } },
		conversionTagId: {
			listedBy: 'searchGoalTags',
			description:
				'The Pinterest tag that reports the event. The list shows which tags may be optimized for it.',
		},
	},
} as const satisfies Unfolded<'optimizationGoal'>;

/** Who sees the ads. */
export const TARGETING = [
	'locations',
	'audienceIncludeIds',
	'audienceExcludeIds',
	'interests',
	'keywords',
	{
		displayName: 'More Targeting',
		name: 'moreTargeting',
		placeholder: 'Add targeting',
		fields: [
			...([
				'ageBuckets',
				'devices',
				'genders',
				'keywordMatchType',
				'locales',
				'maximumAge',
			] as const),
			...(['minimumAge', 'postalCodes', 'regions', 'shoppingRetargeting'] as const),
		],
	},
	'targeting',
] as const;

export const TARGETING_SHOWN = {
	locations: { starts: 'US' },
	audienceIncludeIds: { loadedBy: 'getAudiences' },
	audienceExcludeIds: { loadedBy: 'getAudiences' },
	interests: {
		description:
			'Names or IDs of Pinterest’s interests, separated by commas. Names are looked up; Targeting: Find Options lists them.',
	},
	locales: {
		description: 'Languages, separated by commas; Targeting: Find Options lists them',
	},
	targeting: {
		starts: '{}',
		description: 'Anything else by Pinterest’s own keys. The fields above are added to it.',
	},
};

/** Since version 1.1 of the node what is rarely needed is below *More Targeting*. */
export const TARGETING_SINCE_1_1 = { targeting: 'moreTargeting' };

/** Regions and postal codes are asked for by themselves, and interests by their names or IDs. */
export const TARGETING_LEFT_OUT = ['geos', 'interestIds'] as const;

export const GOAL_AS_JSON = {
	starts: '{\n  "conversionEvent": "CHECKOUT",\n  "conversionTagId": ""\n}',
};
