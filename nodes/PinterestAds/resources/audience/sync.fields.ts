import type { INodeProperties } from 'n8n-workflow';
import { adAccountField, locator } from '../fields';
import {
	batchLimitFields,
	fileOptionFields,
	hashingField,
	listTypeField,
	recordIdField,
	recordSourceFields,
	waitField,
} from './records.fields';

const maxRemovalField: INodeProperties = {
	displayName: 'Max Removal (%)',
	name: 'maxRemovalPercent',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: 20,
	displayOptions: { show: { '/mode': ['mirror'] } },
	description:
		'How much of what was sent before a mirror may remove at most. A mirror that would remove more changes nothing and says what it would have done. 100 means no limit.',
};

export const syncFields: INodeProperties[] = [
	adAccountField,
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Newsletter subscribers',
		description:
			'The name of the Customer List and its audience at Pinterest. An audience of this name is extended.',
	},
	...recordSourceFields,
	listTypeField,
	locator({
		displayName: 'Audience',
		name: 'audienceId',
		search: 'searchAudiences',
		description:
			'An audience that exists at Pinterest already. Leave empty to find or create it by its name.',
	}),
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		options: [
			{ name: 'Add', value: 'add', description: 'Add the records to those that are in the list' },
			{
				name: 'Mirror',
				value: 'mirror',
				description:
					'Make the list what the records are: given what was sent before, only the difference is added and removed',
			},
		],
		default: 'add',
		description: 'What happens to people who are in the list already',
	},
	{
		displayName: 'Previous Records',
		name: 'previousRecords',
		type: 'json',
		default: '[]',
		displayOptions: { show: { mode: ['mirror'] } },
		description:
			'What was sent before, in any of the forms that Records takes. Whoever is here and not among the records is removed.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: (
			[
				{
					displayName: 'Customer List ID',
					name: 'customerListId',
					type: 'string',
					default: '',
					description: 'A Customer List that exists at Pinterest already, to be extended',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					description: 'Shown with the audience in Ads Manager; used when the audience is created',
				},
				...fileOptionFields,
				hashingField,
				...batchLimitFields,
				maxRemovalField,
				recordIdField,
				waitField,
			] as INodeProperties[]
		).sort(byDisplayName),
	},
];

function byDisplayName(a: INodeProperties, b: INodeProperties): number {
	return a.displayName.localeCompare(b.displayName, 'en');
}
