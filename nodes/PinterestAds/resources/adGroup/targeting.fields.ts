import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { FieldReader } from '../../fieldReader';

/** Who sees the ads. The worker turns these fields into Pinterest's targeting spec. */
export const targetingFields: INodeProperties[] = [
	{
		displayName: 'Locations',
		name: 'locations',
		type: 'string',
		default: 'US',
		placeholder: 'e.g. US, CA, GB',
		description:
			'Countries (two letters) or US metro codes, separated by commas. Pinterest needs at least one place, here or in the targeting spec.',
	},
	{
		displayName: 'Include Audiences',
		name: 'audienceIncludeIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2542620905475',
		description: 'IDs of audiences to show the ads to, separated by commas',
	},
	{
		displayName: 'Exclude Audiences',
		name: 'audienceExcludeIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2542620905476',
		description: 'IDs of audiences not to show the ads to, separated by commas',
	},
	{
		displayName: 'Targeting Spec',
		name: 'targeting',
		type: 'json',
		default: '{}',
		description:
			'Everything else by Pinterest’s own keys: INTEREST, GENDER, MINIMUM_AGE and MAXIMUM_AGE, LOCALE, APPTYPE, GEO and more. The fields above are added to it.',
	},
];

/** Lists may also come as arrays from an expression. */
export function readTargeting(fields: FieldReader): IDataObject {
	const lists = fields.pick('locations', 'audienceIncludeIds', 'audienceExcludeIds');
	return { ...lists, ...fields.pick('targeting') };
}
