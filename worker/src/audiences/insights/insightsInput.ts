import { adAccountId } from '../../connection/adAccountField';
import { withDefault, type Choice } from '../../fields/field';
import { inputOf, type GivenTo } from '../../fields/inputs';
import { choice, choices } from '../../fields/kinds';

/** Whom Pinterest tells about. Schema `AudienceInsightType`. */
export const INSIGHT_AUDIENCES = {
	YOUR_TOTAL_AUDIENCE: {
		label: 'Your Total Audience',
		description: 'Everybody who has seen or engaged with your Pins',
	},
	YOUR_ENGAGED_AUDIENCE: {
		label: 'Your Engaged Audience',
		description: 'Those who have engaged with them',
	},
	PINTEREST_TOTAL_AUDIENCE: {
		label: 'Everybody on Pinterest',
		description: 'To compare yours with',
	},
} as const satisfies Readonly<Record<string, Choice>>;

const INSIGHTS_FIELDS = {
	adAccountId,
	audiences: {
		...choices({
			label: 'Audiences',
			description:
				'Whom to tell about, with a request for each. None chosen means your total audience.',
			choices: INSIGHT_AUDIENCES,
			isFilter: true,
		}),
	},
	output: withDefault(
		choice({
			label: 'Give',
			description: 'What comes out',
			choices: {
				audiences: {
					label: 'An Item for Each Audience',
					description: 'With lists of its ages, genders, countries, interests and so on',
				},
				figures: {
					label: 'An Item for Each Figure',
					description: 'Ready to be written into a table',
				},
				available: {
					label: 'What There Is',
					description: 'Of which scopes and types Pinterest has audiences, and of which day',
				},
			},
		}),
		'audiences',
	),
};

/** The input of `getAudienceInsights`. */
export const audienceInsightsInput = inputOf(INSIGHTS_FIELDS, (input) => ({
	...input,
	audiences: input.audiences?.length
		? [...new Set(input.audiences)]
		: (['YOUR_TOTAL_AUDIENCE'] as const),
}));

/** What `getAudienceInsights` takes. @interface */
export type WantedInsights = GivenTo<typeof audienceInsightsInput>;
