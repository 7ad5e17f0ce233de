import { endingAfter } from '../../client/endingAfter';
import type { WorkerContext } from '../../context';
import { readInput } from '../../fields/inputs';
import type { AudienceRecord } from '../audienceRecord';
import { AudienceSync } from './audienceSync';
import { syncAudienceInput, type AudienceToSync } from './syncInput';
import { tookTooLong } from './syncMessages';

/**
 * Puts records into a Customer List and the list into a CUSTOMER_LIST audience, as the reference has
 * it under "Syncing Audiences". What is known by id, or else is there under the same name, is
 * extended; only what is missing is created. Broken off anywhere, the next run goes on from there.
 *
 * Operations `customer_lists/create`, `customer_lists/update`, `audiences/create`, and the `list` and
 * `get` of both.
 *
 * The records are read once and never held as a whole.
 *
 * With `mode: 'mirror'` the list ends up with exactly the records, provided that it held exactly
 * `previousRecords`: only the difference is sent, first what is new, then what is to be taken out. No
 * valid record at all is an error then too, and takes nothing out. After a run that failed, what was
 * sent before is both: the earlier records and those of that run.
 *
 * `maxMinutes` ends it as `unavailable` when it takes longer: nothing is sent after that.
 *
 * `waitForReadyMs` waits so long for Pinterest to match the list; when the time is up, that is a warning.
 * @throws PinterestAdsError whose `details.record` is the {@link AudienceRecord} with the status
 * `error` and all that is known so far, so that it can be stored; without it for an input that is
 * wrong in itself.
 */
export async function syncAudience(
	context: WorkerContext,
	input: AudienceToSync,
): Promise<AudienceRecord> {
	const read = readInput(syncAudienceInput, input);
	const { maxMinutes } = read;
	const limited =
		maxMinutes === undefined
			? context
			: endingAfter(context, maxMinutes * 60_000, () => tookTooLong(maxMinutes));
	return await new AudienceSync(limited, read).run();
}
