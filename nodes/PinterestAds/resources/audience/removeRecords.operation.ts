import type { IDataObject } from 'n8n-workflow';
import { removeRecords as removeFromAudience } from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { adAccountField, locator } from '../fields';
import { optionsOf } from './options';
import {
	batchLimitFields,
	fileOptionFields,
	hashingField,
	listTypeField,
	recordIdField,
	recordSourceFields,
} from './records.fields';
import { audiencesWithRecords, type AudienceInput } from './recordSources';

export const removeRecords = operation<AudienceInput>({
	name: 'Remove Records',
	value: 'removeRecords',
	action: 'Remove records from an audience',
	description: 'Take contacts out of a Customer List, for instance when they ask to be erased',
	personalInput: true,
	properties: [
		adAccountField,
		locator({
			displayName: 'Audience',
			name: 'audienceId',
			search: 'searchAudiences',
			description: 'The audience to remove them from. Leave empty to find it by its name.',
		}),
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Newsletter subscribers',
			description: 'Used where no audience is chosen above',
		},
		...recordSourceFields,
		listTypeField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Customer List ID',
					name: 'customerListId',
					type: 'string',
					default: '',
					description: 'The Customer List itself, where you know it',
				},
				...fileOptionFields,
				hashingField,
				...batchLimitFields,
				recordIdField,
			],
		},
	],
	plan: (fieldsOf, itemCount, functions) =>
		audiencesWithRecords(fieldsOf, itemCount, functions, audienceOf),
	run: async ({ context }, inputs) =>
		await eachOutcome(
			inputs,
			async ({ audience, records }) => await removeFromAudience(context, { ...audience, records }),
		),
});

function audienceOf(fields: FieldReader): IDataObject {
	return { ...fields.pick('adAccountId', 'audienceId', 'name', 'listType'), ...optionsOf(fields) };
}
