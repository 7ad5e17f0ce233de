import { z } from 'zod';
import { asNumber, optional } from '../../input';
import { choice } from '../../values/choice';
import { MAX_REMOVAL_PERCENT } from './mirrorGuard';
import { audienceName, recordFields, records, waitForReadyMs } from '../records/recordFields';

/** The input of `syncAudience`. */
export const syncInput = z
	.object({
		...recordFields,
		/** Of the audience and of its customer list. */
		name: audienceName,
		description: optional(z.string()),
		/** `mirror`: what was sent before and is not among the records is taken out. */
		mode: optional(choice(['add', 'mirror'])).transform((mode) => mode ?? 'add'),
		/** What was sent before, for `mirror`. */
		previousRecords: optional(records),
		/**
		 * The largest share of `previousRecords` that `mirror` takes out, in percent; a mirror that would take
		 * out more changes nothing and says so. 100: no limit.
		 */
		maxRemovalPercent: optional(
			z.preprocess(
				asNumber,
				z
					.number({ invalid_type_error: 'must be a number' })
					.min(0, 'must not be negative')
					.max(100, 'must be at most 100'),
			),
		).transform((percent) => percent ?? MAX_REMOVAL_PERCENT),
		/** How long to wait until Pinterest has matched the list. */
		waitForReadyMs,
	})
	.refine(({ mode, previousRecords }) => mode === 'add' || previousRecords !== undefined, {
		path: ['previousRecords'],
		message:
			'is missing: to mirror, give the records that were sent before (an empty list if none)',
	});

export type SyncInput = z.output<typeof syncInput>;
