import { PinterestAdsError } from '../../client/errors';
import type { InvalidRecords } from '../records/invalidRecords';
import type { CollectedRecords } from '../records/collectedRecords';
import { syncAudienceInput } from './syncInput';

const { label: LIMIT } = syncAudienceInput.fields.maxRemovalPercent;

/**
 * Stops a mirror that would take out a larger share of what was sent before than it may, ahead of its
 * first change: an export that broke off, or a wrong column, looks just like customers who left.
 * @throws PinterestAdsError `invalid`
 */
export function checkRemovals(collected: CollectedRecords, limit: number): void {
	const { removals, remembered, additions, left } = collected;
	if (removals * 100 <= limit * remembered) return;
	throw new PinterestAdsError(
		'invalid',
		`mirroring would remove ${removals} of the ${remembered} contacts that were sent before (${percent(removals, remembered)} %), which is more than the limit of ${limit} %, and add ${additions}. Nothing was changed.`,
		{
			field: LIMIT,
			hint: `Check that the records are complete${left.count === 0 ? '' : ` (${left.count} were left out: ${left.byReason()})`} and that Previous Records are those of this list. If these people are to be removed, raise ${LIMIT}, where 100 means no limit, and run it again.`,
			details: {
				would_remove: removals,
				would_add: additions,
				previous: remembered,
				max_removal_percent: limit,
			},
		},
	);
}

/** Never rounded down to the limit itself. */
const percent = (part: number, whole: number) => Math.ceil((part * 1000) / whole) / 10;

/** Somebody whose address is mistyped today is not among the records, and so is taken out. */
export const leftOutOfMirror = (left: InvalidRecords) =>
	`${left.count} records were left out (${left.byReason()}). People of the list whose record is among these have been removed from it.`;

export const unreadableLine = () =>
	new PinterestAdsError(
		'invalid',
		'A line of the file is not JSON, so it is not known who is in it. Nothing was changed.',
		{
			field: 'File',
			hint: 'Correct the file, which may have been cut off. A mirror removes nobody by a file that cannot be read to its end.',
		},
	);
