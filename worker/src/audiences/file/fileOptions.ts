import { z } from 'zod';
import type { Field } from '../../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../../fields/inputs';
import { choice, flag, text } from '../../fields/kinds';
import { asWritten, listType } from '../records/recordFields';
import { path } from '../records/recordSource';

const DELIMITER_NAMES: Record<string, string> = {
	'\\t': '\t',
	tab: '\t',
	comma: ',',
	semicolon: ';',
	pipe: '|',
	space: ' ',
};

type Format = 'csv' | 'txt' | 'ndjson';

const format: Field<Format | '', Format, 'optional', never, Format, undefined> = choice({
	label: 'Format',
	description: 'How to read the file, where its name does not tell',
	choices: {
		csv: 'CSV',
		txt: { label: 'Text', description: 'One record a line' },
		ndjson: { label: 'NDJSON', description: 'One JSON object a line' },
	},
});

const column: Field<
	string | number,
	string | number,
	'optional',
	never,
	string | number,
	undefined
> = text(
	{
		label: 'Column',
		description:
			'The name or number of the column with the records. Empty means that it is found by its heading or its content.',
		example: 'email, or 2',
	},
	z.union([z.string(), z.number().int('must be a whole number').min(1, 'counts from 1')]),
);

const FIELDS = {
	format,
	column,
	delimiter: text(
		{
			label: 'Delimiter',
			description: 'What separates the columns of a CSV file. Empty means that it is found out.',
			example: ';',
		},
		asWritten
			.transform((given) => DELIMITER_NAMES[given.trim().toLowerCase()] ?? given)
			.refine((delimiter) => !/[\r\n"]/.test(delimiter), 'must not be a quote or a line end'),
	),
	hasHeader: flag({
		label: 'Has Header',
		description:
			'Whether the first row of a CSV file names the columns; otherwise that is found out',
		preset: true,
	}),
	path: { ...path, description: 'NDJSON: where in each line’s value the records are' },
	fileName: text(
		{ label: 'File Name', description: 'Only its ending is looked at', example: 'contacts.csv' },
		asWritten,
	),
	listType,
};

/** How `recordsFromFile` is told to read a file. */
export const recordFileInput = inputOf(FIELDS, undefined, { ignoresOthers: true });

/** How to read a file of records. Empty options count as left out, and mean that it is guessed. */
export type RecordFileOptions = GivenTo<typeof recordFileInput>;
export type FileOptions = ReadFrom<typeof recordFileInput>;
