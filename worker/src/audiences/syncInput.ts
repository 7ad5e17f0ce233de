import { z } from 'zod';
import { optional } from '../input';
import { audienceName, recordFields, records, waitForReadyMs } from './recordFields';

/** The input of `syncAudience`. */
export const syncInput = z
	.object({
		...recordFields,
		/** Of the audience and of its customer list. */
		name: audienceName,
		description: optional(z.string()),
		/** `mirror`: what was sent before and is not among the records is taken out. */
		mode: optional(z.enum(['add', 'mirror'])).transform((mode) => mode ?? 'add'),
		/** What was sent before, for `mirror`. */
		previousRecords: optional(records),
		/** How long to wait until Pinterest has matched the list. */
		waitForReadyMs,
	})
	.refine(({ mode, previousRecords }) => mode === 'add' || previousRecords !== undefined, {
		path: ['previousRecords'],
		message:
			'is missing: to mirror, give the records that were sent before (an empty list if none)',
	});

export type SyncInput = z.output<typeof syncInput>;
