import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { text } from '../../fields/kinds';
import { knownName, RECORD_FIELDS } from '../records/recordFields';

const FIELDS = {
	...RECORD_FIELDS,
	audienceId: {
		...RECORD_FIELDS.audienceId,
		description: 'The audience to remove them from. Leave empty to find it by its name.',
	},
	customerListId: {
		...RECORD_FIELDS.customerListId,
		description: 'The Customer List itself, where you know it',
	},
	name: text(
		{
			label: 'Name',
			description: 'Used where no ID is given',
			example: 'Newsletter subscribers',
		},
		knownName,
	),
};

/** The input of `removeRecords`. */
export const removeRecordsInput = inputOf(
	FIELDS,
	(input, check) => {
		if (input.audienceId ?? input.customerListId ?? input.name) return input;
		check.addIssue({
			code: 'custom',
			path: ['audienceId'],
			message: 'is missing: name the audience by its ID, its customer list’s ID or its name',
		});
		return input;
	},
	{ ignoresOthers: true },
);

/** What `removeRecords` takes. */
export type RecordsToRemove = GivenTo<typeof removeRecordsInput>;
export type RemovalInput = ReadFrom<typeof removeRecordsInput>;
