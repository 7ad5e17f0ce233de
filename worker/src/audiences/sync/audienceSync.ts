import type { PinterestAdsError } from '../../client/errors';
import { adAccountIdFor } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import { attempt, contained, unexpected } from '../../outcome';
import { createListAudience, type Audience } from '../accountAudiences';
import type { AudienceRecord } from '../audienceRecord';
import { createOnce } from '../../delivery/createOnce';
import { previewIn } from '../../preview/preview';
import type { RequestLimits } from '../../delivery/openRequest';
import { untilListed } from './untilListed';
import {
	changeCustomerList,
	createCustomerList,
	exceptionIn,
	type AccountScope,
	type CustomerList,
	type RecordsField,
} from './customerLists';
import { waitForMatching } from '../records/matching';
import { checkRemovals, leftOutOfMirror, unreadableLine } from './mirrorGuard';
import {
	batchesOf,
	readAhead,
	readToEnd,
	type Explained,
	type RecordBatch,
	type Records,
} from '../records/recordBatches';
import { limitsOf, opened } from '../records/recordFields';
import { CollectedRecords } from '../records/collectedRecords';
import { fieldOf } from '../records/people';
import { NOT_JSON } from '../identifiers/recordText';
import { nextSyncStatus, type SyncStatus } from '../syncStatus';
import type { SyncInput } from './syncInput';
import {
	audienceRefused,
	failureWith,
	fewRecords,
	fewUploaded,
	MINIMUM,
	NEWER_THAN_VERIFIED,
	noRecords,
	statusWarnings,
	SYNC_AGAIN,
	syncFailure,
} from './syncMessages';
import { syncPreviewed } from './syncPreview';
import { audienceOfList, findLiveTarget, findSyncTarget, listOfName } from './syncTarget';
import { Warnings } from '../warnings';

/**
 * One run: records into the list, the list into an audience. What is done is kept in fields and not handed from
 * step to step, since a run that fails anywhere has to tell how far it came.
 */
export class AudienceSync {
	private status: SyncStatus = 'not_synced';
	private adAccountId?: string;
	private listId?: string;
	private list?: CustomerList;
	private audience?: Audience;
	private createdList = false;
	private createdAudience = false;
	private recovered = false;
	private sent = 0;
	private removed = 0;
	private batches = 0;
	private readonly context: WorkerContext;
	private readonly input: SyncInput;
	private readonly collected: CollectedRecords;
	private readonly limits: RequestLimits;
	private readonly warnings: Warnings;
	/** Whether records that were sent before have to be sent again (mode `mirror`). */
	private sendsKnown = false;

	constructor(context: WorkerContext, input: SyncInput) {
		const { name, listType, hashing, multipleIdentifiers } = input;
		this.context = context;
		this.input = input;
		this.collected = new CollectedRecords(listType, hashing, multipleIdentifiers);
		this.limits = limitsOf(input, { name, list_type: listType, records: '' });
		this.warnings = new Warnings(context.logger);
	}

	async run(): Promise<AudienceRecord> {
		this.status = nextSyncStatus(this.status, 'start');
		const done = await contained(this.sync(), (cause) =>
			unexpected('unavailable', 'The sync broke off', cause),
		);
		this.status = nextSyncStatus(this.status, done.ok ? 'succeed' : 'fail');
		if (!done.ok && (this.createdList || this.createdAudience)) {
			await untilListed(await this.scope());
		}
		if (!done.ok && previewIn(done.error)) throw done.error;
		if (!done.ok) throw this.failure(done.error);
		return this.record();
	}

	private async sync(): Promise<void> {
		const { input } = this;
		if (input.mode === 'mirror') await this.mirror();
		else await this.extend();
		const scope = await this.scope();
		await this.ensureAudience(scope);
		if (input.waitForReadyMs > 0) await this.wait(scope, input.waitForReadyMs);
	}

	/** Sends while it reads, so that memory holds a batch and not the input. */
	private async extend(): Promise<void> {
		const { input, collected } = this;
		const source = opened(input.records, this.warnings.add);
		if (this.context.preview) return await this.previewExtension(source);
		await this.sendAll(source, (value) => collected.take(value));
		if (collected.valid === 0) throw noRecords(input.listType, collected, source);
	}

	/** Reads to the end what would be sent while it is read. */
	private async previewExtension(source: Records & Explained): Promise<never> {
		const { input, collected } = this;
		await readToEnd(source, (value) => collected.take(value));
		if (collected.valid === 0) throw noRecords(input.listType, collected, source);
		const scope = await this.scope();
		const target = await findSyncTarget(scope, input, new Set(), this.warnings.add);
		this.listId = target.listId;
		this.audience = target.audience;
		if (target.listId === undefined && collected.valid < MINIMUM) {
			this.warnings.add(fewRecords(collected.valid));
		}
		throw this.previewed(scope);
	}

	/** How the sync ends in a preview: by counts, and with nobody's record in it. */
	private previewed({ adAccountId }: AccountScope): PinterestAdsError {
		const { input, collected, listId, audience } = this;
		const { received, valid, invalid, duplicate } = collected;
		const isMirror = input.mode === 'mirror';
		const counts = { received, valid, invalid, duplicate };
		return syncPreviewed({
			...{ name: input.name, adAccountId, listId, audienceId: audience?.id, counts },
			adds: isMirror && listId !== undefined && !this.sendsKnown ? collected.additions : valid,
			removes: isMirror && listId !== undefined ? collected.removals : 0,
			warnings: [...this.warnings.all, ...collected.warnings()],
		});
	}

	/**
	 * Reads everything to its end before anything is changed: a source that breaks off, or would empty
	 * the list, must not take anybody out of it.
	 */
	private async mirror(): Promise<void> {
		const { input, collected } = this;
		const previous = opened(input.previousRecords!, this.warnings.add);
		await readToEnd(previous, (value) => collected.remember(value));
		const source = opened(input.records, this.warnings.add);
		await readToEnd(source, (value) => {
			if (value === NOT_JSON) throw unreadableLine();
			collected.take(value);
		});
		if (collected.valid === 0) throw noRecords(input.listType, collected, source);
		collected.matchForms();
		const scope = await this.scope();
		await this.findMirrored(scope);
		if (this.listId !== undefined) checkRemovals(collected, input.maxRemovalPercent);
		if (this.context.preview) throw this.previewed(scope);
		const asTheyAre = (record: unknown) => record as string;
		if (this.sendsKnown) await this.sendAll(collected.again(), asTheyAre);
		await this.sendAll(collected.fresh(), asTheyAre);
		if (!this.createdList) await this.withdraw(scope);
	}

	private async sendAll(
		values: Records,
		take: (value: unknown) => string | readonly string[] | undefined,
	): Promise<void> {
		for await (const batch of readAhead(batchesOf(values, take, this.limits))) {
			await this.send(await this.scope(), batch);
			this.sent += batch.size;
			this.batches++;
		}
	}

	private async scope(): Promise<AccountScope> {
		this.adAccountId ??= await adAccountIdFor(this.context, this.input.adAccountId);
		return { context: this.context, adAccountId: this.adAccountId };
	}

	/** What of the records has to be sent depends on the list that is there. */
	private async findMirrored(scope: AccountScope): Promise<void> {
		const { input, collected } = this;
		const target = await findLiveTarget(scope, input, this.warnings.add);
		this.audience = target.audience;
		this.list = target.list;
		this.listId = target.listId;
		// A list that has never been sent so many records cannot hold them: it is a newer one, which an
		// earlier run began to fill.
		const uploaded = target.list?.num_uploaded_user_records ?? Infinity;
		this.sendsKnown =
			collected.remembered === 0 ||
			target.listId === undefined ||
			!target.asNamed ||
			uploaded < collected.remembered;
	}

	private async send(scope: AccountScope, batch: RecordBatch): Promise<void> {
		if (this.listId !== undefined) return await this.add(scope, batch);
		if (this.input.mode === 'mirror') return await this.create(scope, batch);
		await this.sendFirst(scope, batch);
	}

	/** Only now, with a record in hand, is anything looked up or created. */
	private async sendFirst(scope: AccountScope, batch: RecordBatch): Promise<void> {
		const gone = new Set<string>();
		for (;;) {
			const target = await findSyncTarget(scope, this.input, gone, this.warnings.add);
			this.audience = target.audience;
			if (target.listId === undefined) return await this.create(scope, batch);

			this.listId = target.listId;
			const added = await attempt(this.add(scope, batch));
			if (added.ok) return;
			// The audience is there, its list is not: what it names must not be tried again.
			if (added.error.kind !== 'not-found' || target.list) throw added.error;
			this.warnings.add(`The customer list ${target.listId} no longer exists at Pinterest.`);
			gone.add(target.listId);
			this.listId = undefined;
		}
	}

	private async create(scope: AccountScope, batch: RecordBatch): Promise<void> {
		if (batch.last && batch.size < MINIMUM) this.warnings.add(fewRecords(batch.size));
		const { name, listType } = this.input;
		const body = { name, list_type: listType, ...this.fieldOf(batch) };
		const { entity, adopted, warning } = await createOnce(this.context, {
			what: `customer list "${name}"`,
			foundBy: 'under its name',
			hint: SYNC_AGAIN,
			create: async () => await createCustomerList(scope, body),
			find: async () => await listOfName(scope, name),
		});
		if (warning !== undefined) this.warnings.add(warning);
		this.recovered ||= adopted;
		this.listId = entity.id;
		this.createdList = true;
		// Made by a request whose answer was lost; what it carried is sent once more, to be sure.
		if (adopted) return await this.add(scope, batch);
		this.note(entity, 'create the customer list');
	}

	private async add(scope: AccountScope, batch: RecordBatch): Promise<void> {
		const list = await changeCustomerList(scope, this.listId!, 'ADD', this.fieldOf(batch));
		this.note(list, `add records to the customer list ${this.listId}`);
	}

	private fieldOf({ records }: RecordBatch): RecordsField {
		return fieldOf(records, this.input.multipleIdentifiers);
	}

	/** After all that is new, so that an audience in use never falls below the minimum on the way. */
	private async withdraw(scope: AccountScope): Promise<void> {
		const { collected, limits } = this;
		if (collected.valid < MINIMUM) this.warnings.add(fewRecords(collected.valid));
		const { removals, left } = collected;
		if (removals > 0 && left.count > 0) this.warnings.add(leftOutOfMirror(left));
		const asTheyAre = (record: unknown) => record as string;
		for await (const batch of readAhead(batchesOf(collected.dropped(), asTheyAre, limits))) {
			const list = await changeCustomerList(scope, this.listId!, 'REMOVE', this.fieldOf(batch));
			this.note(list, `remove records from the customer list ${this.listId}`);
			this.removed += batch.size;
			this.batches++;
		}
	}

	/** A refusal can come with a status of success. */
	private note(list: CustomerList, doing: string): void {
		this.list = list;
		const refused = exceptionIn(list, doing);
		if (refused) throw refused;
	}

	private async ensureAudience(scope: AccountScope): Promise<void> {
		if (this.audience) return;
		const { name, description } = this.input;
		const listId = this.listId!;
		const made = await attempt(
			createOnce(this.context, {
				what: `audience "${name}"`,
				foundBy: `by its customer list ${listId}`,
				hint: SYNC_AGAIN,
				create: async () => await createListAudience(scope, listId, name, description),
				find: async () => await audienceOfList(scope, listId),
			}),
		);
		if (!made.ok) throw audienceRefused(made.error, listId);
		const { entity, adopted, warning } = made.record;
		if (warning !== undefined) this.warnings.add(warning);
		this.audience = entity;
		this.recovered ||= adopted;
		this.createdAudience = true;
	}

	private async wait(scope: AccountScope, ms: number): Promise<void> {
		const seen = await waitForMatching(scope, this.listId!, this.audience!.id, ms);
		this.list = seen.list ?? this.list;
		this.audience = seen.audience ?? this.audience;
		if (seen.warning !== undefined) this.warnings.add(seen.warning);
	}

	private failure(error: PinterestAdsError): PinterestAdsError {
		const { name, multipleIdentifiers } = this.input;
		const isRefused = multipleIdentifiers && error.kind === 'invalid' && error.status === 400;
		const told = isRefused ? error.with({ note: NEWER_THAN_VERIFIED }) : error;
		return failureWith(syncFailure(told, name, this.sent), this.record());
	}

	private record(): AudienceRecord {
		const { input, collected, list, audience, status, sent, removed, batches } = this;
		const { received, valid, invalid, duplicate } = collected;
		const list_status = list?.status ?? null;
		const audience_status = audience?.status ?? null;
		const uploaded = list?.num_uploaded_user_records ?? MINIMUM;
		// A mirrored list has its own warning, of what is left in it.
		const isExtended = !this.createdList && input.mode !== 'mirror';
		return {
			id: input.id ?? null,
			name: input.name,
			sync_status: status,
			ad_account_id: this.adAccountId ?? null,
			pinterest_audience_id: audience ? String(audience.id) : null,
			customer_list_id: this.listId ?? null,
			list_type: input.listType,
			counts: { received, valid, invalid, duplicate, sent, removed, batches },
			invalid_records: collected.firstInvalid,
			list_status,
			audience_status,
			size: audience?.size ?? null,
			created_list: this.createdList,
			created_audience: this.createdAudience,
			last_synced_at: status === 'synced' ? new Date(this.context.clock.now()).toISOString() : null,
			error_message: null,
			error_hint: null,
			error_kind: null,
			warnings: [
				...this.warnings.all,
				...(isExtended && uploaded < MINIMUM ? [fewUploaded(valid, uploaded)] : []),
				...collected.warnings(),
				...statusWarnings(list_status, audience_status),
			],
			...(this.recovered ? { recovered: true } : {}),
		};
	}
}
