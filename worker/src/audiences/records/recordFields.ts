import { z } from 'zod';
import { asNumber, id, limit, optional } from '../../input';
import { choice } from '../../values/choice';
import { nameAsSent } from '../../values/names';
import { HASHES } from '../identifiers/hashing';
import type { RequestLimits } from '../../delivery/openRequest';
import type { Records } from './recordBatches';
import { LIST_TYPES } from '../listTypes';

/** Says something that a person should know although it worked, while records are still being streamed. */
export type Say = (message: string) => void;

export type RecordSource = Records | ((say: Say) => Records);

/**
 * One record each, as text, or groups of them as arrays. Read once, and only as fast as it is sent. A
 * function is called when they are needed, so that what goes wrong in opening the source ends up in
 * the audience's record; what it says becomes a warning there.
 */
export const records = z.custom<RecordSource>(isRecords, 'must be a list of records');

/** What a task has to know of the records it sends, whatever it does with them. */
export const recordFields = {
	adAccountId: optional(id),
	/** The caller's own id of the audience's record; comes back as it is. */
	id: optional(z.union([z.string(), z.number()]).transform(String)),
	/** The Pinterest audience of an earlier sync. */
	audienceId: optional(id),
	/** The customer list of an earlier sync. */
	customerListId: optional(id),
	listType: optional(choice(LIST_TYPES)).transform((type) => type ?? 'EMAIL'),
	records,
	/** Emails: what they are sent as. Device IDs are always hashed; `none` means SHA-256 for them. */
	hashing: optional(choice(['none', ...HASHES])).transform((hashing) => hashing ?? 'none'),
	maxRecordsPerBatch: optional(limit).transform((max) => max ?? 10_000),
	/** Of a whole request body. */
	maxBytesPerBatch: optional(
		z.preprocess(
			asNumber,
			z.number().int('must be a whole number').min(1000, 'must be at least 1,000'),
		),
	).transform((max) => max ?? 1_000_000),
};

/** How long to wait for Pinterest, in milliseconds; none where left out. */
export const waitForReadyMs = optional(
	z.preprocess(
		asNumber,
		z.number({ invalid_type_error: 'must be a number' }).min(0, 'must not be negative'),
	),
).transform((ms) => ms ?? 0);

/** The name of an audience or list; from an expression it may be a number. */
export const audienceName = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z
		.string({ required_error: 'is missing', invalid_type_error: 'must be text' })
		.trim()
		.min(1, 'must not be empty')
		.transform(nameAsSent),
);

export const opened = (source: RecordSource, say: Say): Records =>
	typeof source === 'function' ? source(say) : source;

interface BatchSettings {
	readonly maxRecordsPerBatch: number;
	readonly maxBytesPerBatch: number;
}

/** The limit of bytes is one of the whole body, so what is around the records counts too. */
export function limitsOf(input: BatchSettings, ...bodies: readonly object[]): RequestLimits {
	const around = [{ operation_type: 'REMOVE', records: '' }, ...bodies].map((body) =>
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
