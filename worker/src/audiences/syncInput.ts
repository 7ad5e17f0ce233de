import { z } from 'zod';
import { id, optional } from '../input';
import { HASHES } from './hashing';
import type { Records } from './recordBatches';
import { LIST_TYPES } from './recordIntake';

/** The input of `syncAudience`. */
export const syncInput = z.object({
	adAccountId: optional(id),
	/** The caller's own id of the audience's record; comes back as it is. */
	id: optional(z.union([z.string(), z.number()]).transform(String)),
	/** Of the audience and of its customer list. */
	name: z
		.string({ required_error: 'is missing', invalid_type_error: 'must be text' })
		.trim()
		.min(1, 'must not be empty'),
	/** The Pinterest audience of an earlier sync. */
	audienceId: optional(id),
	/** The customer list of an earlier sync. */
	customerListId: optional(id),
	listType: optional(z.enum(LIST_TYPES)).transform((type) => type ?? 'EMAIL'),
	/**
	 * One record each, as text. Read once, and only as fast as it is sent. A function is called when
	 * they are needed, so that what goes wrong in opening the source ends up in the audience's record.
	 */
	records: z.custom<Records | (() => Records)>(isRecords, 'must be a list of records'),
	/** Emails: what they are sent as. Device IDs are always hashed; `none` means SHA-256 for them. */
	hashing: optional(z.enum(['none', ...HASHES])).transform((hashing) => hashing ?? 'none'),
	maxRecordsPerBatch: optional(
		z.number().int('must be a whole number').min(1, 'must be at least 1'),
	).transform((max) => max ?? 10_000),
	/** Of a whole request body. */
	maxBytesPerBatch: optional(
		z.number().int('must be a whole number').min(1000, 'must be at least 1,000'),
	).transform((max) => max ?? 1_000_000),
	description: optional(z.string()),
});

export type SyncInput = z.output<typeof syncInput>;

/** A text would be a list of its letters. */
function isRecords(value: unknown): boolean {
	if (typeof value === 'function') return true;
	if (typeof value !== 'object' || value === null) return false;
	return Symbol.iterator in value || Symbol.asyncIterator in value;
}
