import { removeRecords as removeFromAudience, removeRecordsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { REMOVED_RECORDS } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';
import { FILE_OPTIONS, recordSourceProperties, SOURCE_FIELDS, SHOWN } from './records.fields';
import { audiencesWithRecords } from './recordSources';

const form = formOf(
	{ ...removeRecordsInput.fields, ...FILE_OPTIONS },
	{
		first: ['adAccountId', 'audienceId', 'name', ...recordSourceProperties, 'listType'],
		without: ['records'],
		shown: {
			name: { description: 'Used where no audience is chosen above' },
			hashing: SHOWN.hashing,
		},
	},
);

export const removeRecords = operation({
	name: 'Remove Records',
	value: 'removeRecords',
	action: 'Remove records from an audience',
	description: 'Take contacts out of a Customer List, for instance when they ask to be erased',
	answer: REMOVED_RECORDS,
	writes: true,
	personalInput: true,
	properties: form.properties,
	fields: { ...SOURCE_FIELDS, ...form.fields },
	plan: (fieldsOf, itemCount, functions) =>
		audiencesWithRecords({ fieldsOf, itemCount, functions, read: form.read }),
	run: async ({ context }, inputs) =>
		await eachOutcome(
			inputs,
			async ({ audience, records }) => await removeFromAudience(context, { ...audience, records }),
		),
});
