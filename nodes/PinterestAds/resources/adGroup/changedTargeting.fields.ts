import type { INodeProperties } from 'n8n-workflow';

/** Targeting of an existing ad group: what is given takes the place of what it has of the same kind. */
export const changedTargetingFields = {
	locations: {
		displayName: 'Locations',
		name: 'locations',
		type: 'string',
		default: '',
		placeholder: 'e.g. US, CA, GB',
		description:
			'Countries (two letters) or US metro codes that take the place of its present ones',
	},
	include: {
		displayName: 'Include Audience Names or IDs',
		name: 'audienceIncludeIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2542620905475',
		description: 'IDs of audiences that take the place of those it is shown to now',
	},
	exclude: {
		displayName: 'Exclude Audience Names or IDs',
		name: 'audienceExcludeIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2542620905476',
		description: 'IDs of audiences that take the place of those it is not shown to now',
	},
	spec: {
		displayName: 'Targeting Spec',
		name: 'targeting',
		type: 'json',
		default: '{}',
		description:
			'Targeting by Pinterest’s own keys. A key that is given takes the place of its present value, an empty list takes it away, all others stay as they are.',
	},
} satisfies Record<string, INodeProperties>;
