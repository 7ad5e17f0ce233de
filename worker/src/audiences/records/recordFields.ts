import { z } from 'zod';
import { adAccountId } from '../../connection/adAccountField';
import { required, withDefault, type Choice, type Field } from '../../fields/field';
import { choice, forPrograms, idOf, number, text } from '../../fields/kinds';
import { nameAsSent } from '../../values/names';
import type { Hash } from '../identifiers/hashing';
import type { RequestLimits } from '../../delivery/openRequest';
import type { Records } from './recordBatches';

/** Says something that a person should know although it worked, while records are still being streamed. */
export type Say = (message: string) => void;

export type RecordSource = Records | ((say: Say) => Records);

/** Read once, and only as fast as it is sent. */
export const records = forPrograms<RecordSource>(
	{
		label: 'Records',
		description:
			'One record each, as text, or groups of them as lists: a list or a stream, or a function that opens one. A function is called when they are needed, so that what goes wrong in opening the source is told in the audience’s record; what it says becomes a warning there.',
	},
	z.custom<RecordSource>(isRecords, 'must be a list of records'),
);

export const listType = withDefault(
	choice({
		label: 'List Type',
		description: 'What the records are',
		choices: {
			EMAIL: {
				label: 'Email',
				description: 'Email addresses; Pinterest hashes them for matching',
			},
			MAID: {
				label: 'MAID',
				description: 'Mobile advertising IDs of iOS and Android; hashed before sending',
			},
			IDFA: {
				label: 'IDFA',
				description: 'IOS advertising identifiers; hashed before sending',
			},
		},
	}),
	'EMAIL',
);

/** The caller's own. */
export const recordId: Field<string | number, string, 'optional', never, string, undefined> = text(
	{
		label: 'Record ID',
		description: 'Your own ID of the audience record, handed through to the output',
	},
	z.union([z.string(), z.number()]).transform(String),
);

/** What a task has to know of the records it sends, whatever it does with them. */
export const RECORD_FIELDS = {
	adAccountId,
	id: recordId,
	audienceId: idOf('audience', {
		label: 'Audience',
		description: 'The audience of an earlier sync',
	}),
	customerListId: idOf('customerList', {
		label: 'Customer List ID',
		description: 'The Customer List of an earlier sync',
	}),
	listType,
	records: required(records),
	hashing: withDefault(
		choice({
			label: 'Hash Emails First',
			description:
				'Whether email addresses are hashed before they are sent. Device IDs always are, with SHA-256 where no hash is chosen.',
			choices: {
				none: {
					label: 'No',
					description: 'Sent in lower case over HTTPS; Pinterest hashes them',
				},
				sha256: 'SHA-256',
				md5: 'MD5',
				sha1: 'SHA-1',
			} satisfies Record<'none' | Hash, string | Choice>,
		}),
		'none',
	),
	maxRecordsPerBatch: withDefault(
		number({
			label: 'Max Records per Batch',
			description: 'How many records one request to Pinterest may carry',
			least: 1,
			isWhole: true,
		}),
		10_000,
	),
	maxBytesPerBatch: withDefault(
		number({
			label: 'Max Bytes per Batch',
			description: 'How large one request to Pinterest may become',
			unit: 'bytes of the whole body',
			least: 1000,
			isWhole: true,
		}),
		1_000_000,
	),
};

export const waitForReadyMs = withDefault(
	number({
		label: 'Wait for Ready',
		description:
			'How long to wait until Pinterest has matched the people. It often takes hours; 0 means not to wait.',
		unit: 'milliseconds',
		least: 0,
	}),
	0,
);

/** A text as somebody wrote it. */
export const asWritten = z.string();

/** What an audience or a list is looked for by. */
export const knownName = asWritten.transform(nameAsSent);

/** What an audience or list is to be called; from an expression it may be a number. */
export const audienceName = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z
		.string({ required_error: 'is missing', invalid_type_error: 'must be text' })
		.trim()
		.min(1, 'must not be empty')
		.max(255, 'must not be longer than 255 characters')
		.transform(nameAsSent),
);

export const audienceDescription = text(
	{ label: 'Description', description: 'Shown with the audience in Ads Manager' },
	asWritten,
);

export const opened = (source: RecordSource, say: Say): Records =>
	typeof source === 'function' ? source(say) : source;

interface BatchSettings {
	readonly maxRecordsPerBatch: number;
	readonly maxBytesPerBatch: number;
}

/** The limit of bytes is one of the whole body, so what is around the records counts too. */
export function limitsOf(input: BatchSettings, ...bodies: readonly object[]): RequestLimits {
	const rows = { operation_type: 'REMOVE', records_v2: [] };
	const around = [{ operation_type: 'REMOVE', records: '' }, rows, ...bodies].map((body) =>
		Buffer.byteLength(JSON.stringify(body)),
	);
	return {
		elements: input.maxRecordsPerBatch,
		bytes: input.maxBytesPerBatch - Math.max(...around),
	};
}

/** A text would be a list of its letters. */
function isRecords(value: unknown): boolean {
	if (typeof value === 'function') return true;
	if (typeof value !== 'object' || value === null) return false;
	return Symbol.iterator in value || Symbol.asyncIterator in value;
}
