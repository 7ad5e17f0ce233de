import { PinterestAdsError, type ErrorKind } from '../../client/errors';
import { adAccountIdFor } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import { readInput } from '../../fields/inputs';
import { attempt } from '../../outcome';
import {
	changeCustomerList,
	exceptionIn,
	type AccountScope,
	type CustomerList,
} from './customerLists';
import { batchesOf, readAhead, readToEnd } from '../records/recordBatches';
import { limitsOf, opened } from '../records/recordFields';
import type { ListType } from '../listTypes';
import { CollectedRecords, type InvalidRecord } from '../records/collectedRecords';
import { removeRecordsInput, type RecordsToRemove, type RemovalInput } from './removalInput';
import { endedByPreview, previewIn } from '../../preview/preview';
import { failureWith, noRecordsToRemove } from './syncMessages';
import { findLiveTarget, type SyncTarget } from './syncTarget';
import { Warnings } from '../warnings';

/** What a removal came to. Ids are strings, times ISO 8601 UTC. */
export interface RemovalRecord {
	/** The caller's own id. */
	readonly id: string | null;
	readonly name: string | null;
	readonly ad_account_id: string | null;
	readonly pinterest_audience_id: string | null;
	readonly customer_list_id: string | null;
	readonly list_type: ListType;
	readonly counts: {
		/** All that the input held: valid + invalid + duplicate. */
		readonly received: number;
		readonly valid: number;
		readonly invalid: number;
		readonly duplicate: number;
		/** Distinct records of which Pinterest has confirmed that they are out; also those never in. */
		readonly removed: number;
		/** Requests that it took. */
		readonly batches: number;
	};
	/** The first 10 invalid ones, by position in the input. */
	readonly invalid_records: readonly InvalidRecord[];
	readonly list_status: string | null;
	/** The end of this removal; null where it failed. */
	readonly removed_at: string | null;
	readonly error_message: string | null;
	readonly error_hint: string | null;
	readonly error_kind: ErrorKind | null;
	readonly warnings: readonly string[];
}

/**
 * Takes records out of an audience's customer list, as people may demand. Creates nothing; what was
 * never in the list is not an error, so it may be repeated. Operation `customer_lists/update`.
 *
 * The records have to come as they were sent, hashed or not: `listType` and `hashing` mean what they
 * mean in {@link syncAudience}.
 * @throws PinterestAdsError `not-found` where there is no such list; `details.record` is the
 * {@link RemovalRecord} with all that is done so far
 */
export async function removeRecords(
	context: WorkerContext,
	input: RecordsToRemove,
): Promise<RemovalRecord> {
	return await new Removal(context, readInput(removeRecordsInput, input)).run();
}

class Removal {
	private adAccountId?: string;
	private target: SyncTarget = {};
	private list?: CustomerList;
	private removed = 0;
	private batches = 0;
	private readonly context: WorkerContext;
	private readonly input: RemovalInput;
	private readonly collected: CollectedRecords;
	private readonly warnings: Warnings;

	constructor(context: WorkerContext, input: RemovalInput) {
		this.context = context;
		this.input = input;
		this.collected = new CollectedRecords(input.listType, input.hashing);
		this.warnings = new Warnings(context.logger);
	}

	async run(): Promise<RemovalRecord> {
		const done = await attempt(this.remove());
		if (done.ok) return this.record(new Date(this.context.clock.now()).toISOString());
		if (previewIn(done.error)) throw done.error;
		const what = this.input.name === undefined ? '' : `Audience "${this.input.name}": `;
		const left = `${this.removed} records are removed already. Run it again: removing them twice does no harm.`;
		const message = `${what}${done.error.message}`;
		const error = done.error.with({ message, note: this.removed === 0 ? undefined : left });
		throw failureWith(error, this.record(null));
	}

	private async remove(): Promise<void> {
		const { context, input, collected } = this;
		this.adAccountId = await adAccountIdFor(context, input.adAccountId);
		const scope: AccountScope = { context, adAccountId: this.adAccountId };
		this.target = await findLiveTarget(scope, input, this.warnings.add);
		const { listId, list } = this.target;
		if (listId === undefined) throw nothingThere(input);
		this.list = list;
		const take = (value: unknown) => collected.take(value);
		const source = opened(input.records, this.warnings.add);
		// To its end first: what cannot be read takes nobody out.
		await readToEnd(source, take);
		if (collected.valid === 0) throw noRecordsToRemove(input.listType, collected, source);
		if (context.preview) throw this.previewed(listId);
		const batches = batchesOf(collected.again(), (record) => record as string, limitsOf(input));
		for await (const batch of readAhead(batches)) {
			this.list = await changeCustomerList(scope, listId, 'REMOVE', {
				records: batch.records,
			});
			const refused = exceptionIn(this.list, `remove records from the customer list ${listId}`);
			if (refused) throw refused;
			this.removed += batch.size;
			this.batches++;
		}
	}

	/** How the removal ends in a preview: by counts. */
	private previewed(listId: string): PinterestAdsError {
		const { collected, target, warnings, adAccountId = '' } = this;
		const { received, valid, invalid, duplicate } = collected;
		const counts = { received, valid, invalid, duplicate };
		return endedByPreview({
			would: `Would take ${valid} ${valid === 1 ? 'record' : 'records'} out of the customer list ${listId}.`,
			changes: [{ field: 'Records To Remove', to: valid }],
			requests: [],
			details: { to_remove: valid, counts, customer_list_id: listId },
			warnings: [...warnings.all, ...collected.warnings()],
			ad_account_id: adAccountId,
			...(target.audience ? { id: String(target.audience.id) } : {}),
		});
	}

	private record(removedAt: string | null): RemovalRecord {
		const { input, collected, target, list, removed, batches } = this;
		const { received, valid, invalid, duplicate } = collected;
		return {
			id: input.id ?? null,
			name: input.name ?? target.audience?.name ?? list?.name ?? null,
			ad_account_id: this.adAccountId ?? null,
			pinterest_audience_id: target.audience ? String(target.audience.id) : null,
			customer_list_id: target.listId ?? null,
			list_type: input.listType,
			counts: { received, valid, invalid, duplicate, removed, batches },
			invalid_records: collected.firstInvalid,
			list_status: list?.status ?? null,
			removed_at: removedAt,
			error_message: null,
			error_hint: null,
			error_kind: null,
			warnings: [...this.warnings.all, ...collected.warnings()],
		};
	}
}

function nothingThere({ audienceId, customerListId, name }: RemovalInput): PinterestAdsError {
	const looked = [
		audienceId && `the ID ${audienceId}`,
		customerListId && `the customer list ID ${customerListId}`,
		name && `the name "${name}"`,
	].filter((one) => one);
	return new PinterestAdsError(
		'not-found',
		`There is no customer list to remove records from: nothing in the ad account has ${looked.join(' or ')}.`,
		{
			field: 'Audience',
			hint: 'Check the audience and the ad account. A list that no longer exists at Pinterest holds nobody any more.',
		},
	);
}
