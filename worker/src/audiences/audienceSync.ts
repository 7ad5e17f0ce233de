import { PinterestAdsError } from '../client/errors';
import { adAccountIdFor } from '../connection/adAccounts';
import type { WorkerContext } from '../context';
import { createListAudience, type Audience } from './accountAudiences';
import { attempt } from '../outcome';
import type { AudienceRecord } from './audienceRecord';
import { createOnce } from './createOnce';
import {
	changeCustomerList,
	createCustomerList,
	exceptionIn,
	type AccountScope,
	type CustomerList,
} from './customerLists';
import { batchesOf, readAhead, type BatchLimits, type RecordBatch } from './recordBatches';
import { RecordIntake } from './recordIntake';
import { nextSyncStatus, type SyncStatus } from './states';
import type { SyncInput } from './syncInput';
import {
	audienceRefused,
	fewRecords,
	MINIMUM,
	noRecords,
	statusWarnings,
	syncFailure,
} from './syncMessages';
import { audienceOfList, findSyncTarget, listOfName } from './syncTarget';

/** One run: records into the list, the list into an audience. Knows at any time what is done. */
export class AudienceSync {
	private status: SyncStatus = 'not_synced';
	private adAccountId?: string;
	private listId?: string;
	private list?: CustomerList;
	private audience?: Audience;
	private createdList = false;
	private createdAudience = false;
	private sent = 0;
	private batches = 0;
	private readonly intake: RecordIntake;
	private readonly warnings = new Set<string>();

	constructor(
		private readonly context: WorkerContext,
		private readonly input: SyncInput,
	) {
		this.intake = new RecordIntake(input.listType, input.hashing);
	}

	async run(): Promise<AudienceRecord> {
		this.status = nextSyncStatus(this.status, 'start');
		const done = await attempt(this.sync());
		this.status = nextSyncStatus(this.status, done.ok ? 'succeed' : 'fail');
		if (!done.ok) throw this.failure(done.error);
		return this.record();
	}

	private async sync(): Promise<void> {
		const { listType, records: source } = this.input;
		const records = typeof source === 'function' ? source() : source;
		let scope: AccountScope | undefined;
		const take = (value: unknown) => this.intake.take(value);
		const batches = batchesOf(records, take, limitsOf(this.input));
		for await (const batch of readAhead(batches)) {
			if (scope === undefined) {
				scope = await this.scope();
				await this.sendFirst(scope, batch);
			} else {
				await this.add(scope, batch);
			}
			this.sent += batch.size;
			this.batches++;
		}
		if (scope === undefined) throw noRecords(listType, this.intake);
		await this.ensureAudience(scope);
	}

	private async scope(): Promise<AccountScope> {
		this.adAccountId = await adAccountIdFor(this.context, this.input.adAccountId);
		return { context: this.context, adAccountId: this.adAccountId };
	}

	/** Only now, with a record in hand, is anything looked up or created. */
	private async sendFirst(scope: AccountScope, batch: RecordBatch): Promise<void> {
		const gone = new Set<string>();
		for (;;) {
			const warn = (message: string) => this.warn(message);
			const target = await findSyncTarget(scope, this.input, gone, warn);
			this.audience = target.audience;
			if (target.listId === undefined) return await this.create(scope, batch);

			this.listId = target.listId;
			const added = await attempt(this.add(scope, batch));
			if (added.ok) return;
			// The audience is there, its list is not: what it names must not be tried again.
			if (added.error.kind !== 'not-found' || target.list) throw added.error;
			this.warn(`The customer list ${target.listId} no longer exists at Pinterest.`);
			gone.add(target.listId);
			this.listId = undefined;
		}
	}

	private async create(scope: AccountScope, batch: RecordBatch): Promise<void> {
		if (batch.last && batch.size < MINIMUM) this.warn(fewRecords(batch.size));
		const { name, listType } = this.input;
		const body = { name, list_type: listType, records: batch.records };
		const { entity, adopted } = await createOnce(
			this.context,
			async () => await createCustomerList(scope, body),
			async () => await listOfName(scope, name),
		);
		this.listId = entity.id;
		this.createdList = true;
		// Made by a request whose answer was lost; what it carried is sent once more, to be sure.
		if (adopted) return await this.add(scope, batch);
		this.note(entity, 'create the customer list');
	}

	private async add(scope: AccountScope, batch: RecordBatch): Promise<void> {
		const list = await changeCustomerList(scope, this.listId!, 'ADD', batch.records);
		this.note(list, `add records to the customer list ${this.listId}`);
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
			createOnce(
				this.context,
				async () => await createListAudience(scope, listId, name, description),
				async () => await audienceOfList(scope, listId),
			),
		);
		if (!made.ok) throw audienceRefused(made.error, listId);
		this.audience = made.record.entity;
		this.createdAudience = true;
	}

	private warn(message: string): void {
		if (this.warnings.has(message)) return;
		this.warnings.add(message);
		this.context.logger.warn(message);
	}

	private failure(error: PinterestAdsError): PinterestAdsError {
		const { kind, code, status, field, retryAfterMs, details } = error;
		const { message, hint } = syncFailure(error, this.input.name, this.sent);
		const record = {
			...this.record(),
			error_message: message,
			error_hint: hint,
			error_kind: kind,
		} satisfies AudienceRecord;
		return new PinterestAdsError(kind, message, {
			code,
			status,
			field,
			retryAfterMs,
			hint,
			details: { ...details, record },
			cause: error,
		});
	}

	private record(): AudienceRecord {
		const { input, intake, list, audience, status } = this;
		const { received, valid, invalid, duplicate } = intake;
		const list_status = list?.status ?? null;
		const audience_status = audience?.status ?? null;
		const uploaded = list?.num_uploaded_user_records ?? MINIMUM;
		return {
			id: input.id ?? null,
			name: input.name,
			sync_status: status,
			ad_account_id: this.adAccountId ?? null,
			pinterest_audience_id: audience ? String(audience.id) : null,
			customer_list_id: this.listId ?? null,
			list_type: input.listType,
			counts: { received, valid, invalid, duplicate, sent: this.sent, batches: this.batches },
			invalid_records: intake.firstInvalid,
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
				...this.warnings,
				...(!this.createdList && uploaded < MINIMUM ? [fewRecords(uploaded)] : []),
				...intake.warnings(),
				...statusWarnings(list_status, audience_status),
			],
		};
	}
}

/** The limit of bytes is one of the whole body, so what stands around the records counts too. */
function limitsOf({
	name,
	listType,
	maxRecordsPerBatch,
	maxBytesPerBatch,
}: SyncInput): BatchLimits {
	const around = [
		{ name, list_type: listType, records: '' },
		{ operation_type: 'REMOVE', records: '' },
	].map((body) => Buffer.byteLength(JSON.stringify(body)));
	return {
		maxRecords: maxRecordsPerBatch,
		maxBytes: maxBytesPerBatch - Math.max(...around),
	};
}
