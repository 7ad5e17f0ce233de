import type { IDataObject } from 'n8n-workflow';
import { extractRecords as extract } from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import {
	fileOptionFields,
	listTypeField,
	recordIdField,
	recordSourceFields,
} from './records.fields';
import { audiencesWithRecords, type AudienceInput } from './recordSources';

export const extractRecords = operation<AudienceInput>({
	name: 'Extract Records',
	value: 'extractRecords',
	action: 'Extract the records of an audience',
	description:
		'Find the contacts in a field or a file without sending them, for instance to store them in a table',
	personalInput: true,
	local: true,
	properties: [
		...recordSourceFields,
		listTypeField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [...fileOptionFields, recordIdField],
		},
	],
	plan: (fieldsOf, itemCount, functions) =>
		audiencesWithRecords(fieldsOf, itemCount, functions, audienceOf),
	run: async (_, inputs) =>
		// Given as a list of one, as its field `records` would be taken for the list itself.
		await eachOutcome(inputs, async ({ audience, records }) => ({
			records: [await extract({ ...audience, records })],
		})),
});

function audienceOf(fields: FieldReader): IDataObject {
	return { ...fields.pick('listType'), ...fields.collection('options') };
}
