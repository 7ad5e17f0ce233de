import { extractRecords as extract, extractRecordsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { EXTRACTED_RECORDS } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';
import { FILE_OPTIONS, recordSourceProperties, SOURCE_FIELDS } from './records.fields';
import { audiencesWithRecords } from './recordSources';

const form = formOf(
	{ ...extractRecordsInput.fields, ...FILE_OPTIONS },
	{ first: [...recordSourceProperties, 'listType'], without: ['records'] },
);

export const extractRecords = operation({
	name: 'Extract Records',
	value: 'extractRecords',
	action: 'Extract the records of an audience',
	description:
		'Find the contacts in a field or a file without sending them, for instance to store them in a table',
	answer: EXTRACTED_RECORDS,
	personalInput: true,
	local: true,
	properties: form.properties,
	fields: { ...SOURCE_FIELDS, ...form.fields },
	plan: (fieldsOf, itemCount, functions) =>
		audiencesWithRecords({ fieldsOf, itemCount, functions, read: form.read }),
	run: async (_, inputs) =>
		// Given as a list of one, as its field `records` would be taken for the list itself.
		await eachOutcome(inputs, async ({ audience, records }) => ({
			records: [await extract({ ...audience, records })],
		})),
});
