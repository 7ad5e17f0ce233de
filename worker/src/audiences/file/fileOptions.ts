import { z } from 'zod';
import { optional } from '../../input';
import { LIST_TYPES, type ListType } from '../listTypes';
import { choice } from '../../values/choice';

const DELIMITER_NAMES: Record<string, string> = {
	'\\t': '\t',
	tab: '\t',
	comma: ',',
	semicolon: ';',
	pipe: '|',
	space: ' ',
};

/** How to read a file of records. Empty options count as left out, and mean that it is guessed. */
export interface RecordFileOptions {
	/** Left out: by the ending of `fileName`, else by what the file holds. */
	readonly format?: 'csv' | 'txt' | 'ndjson' | '';
	/** A header's text (upper and lower case alike) or a number from 1. */
	readonly column?: string | number;
	/** One or more characters, or the name of one (`tab`). Left out: comma, semicolon, tab or pipe. */
	readonly delimiter?: string;
	/** Whether the first row names the columns. */
	readonly hasHeader?: boolean;
	/** NDJSON: where in each line's value the records are (`contacts.email`). */
	readonly path?: string;
	/** Only its ending is looked at. */
	readonly fileName?: string;
	/** Left out: EMAIL. */
	readonly listType?: ListType;
}

export const fileOptions = z.object({
	format: optional(choice(['csv', 'txt', 'ndjson'])),
	column: optional(
		z.union([z.string(), z.number().int('must be a whole number').min(1, 'counts from 1')]),
	),
	delimiter: optional(z.string())
		.transform((given) => given && (DELIMITER_NAMES[given.trim().toLowerCase()] ?? given))
		.refine((delimiter) => !/[\r\n"]/.test(delimiter ?? ''), 'must not be a quote or a line end'),
	hasHeader: optional(z.boolean({ invalid_type_error: 'must be true or false' })),
	path: optional(z.string()),
	fileName: optional(z.string()),
	listType: optional(choice(LIST_TYPES)).transform((type) => type ?? 'EMAIL'),
});

export type FileOptions = z.output<typeof fileOptions>;
