import { PinterestAdsError } from '../client/errors';
import { idOf } from '../client/readers';
import type { WorkerContext } from '../context';
import { failed, succeeded, type Outcome } from '../outcome';
import { withWarnings } from '../preview/preview';
import type { EntityKind } from '../entities';
import { goodOnes } from './drafts';
import { updateAll, type UpdateOrder } from './batch/updateBatch';

/** A change that is ready to be made. */
export interface UpdateDraft extends UpdateOrder {
	readonly warnings: readonly string[];
	/** ISO 4217 of its amounts, where it is known. */
	readonly currency?: string;
}

/** What an update gives: the entity by Pinterest's fields as it is now, and what we have to say about it. */
export interface UpdatedRecord {
	readonly [field: string]: unknown;
	readonly id: string;
	readonly ad_account_id: string;
	/** ISO 4217 of the amounts, where it was known anyway. */
	readonly currency?: string;
	/** What the user should know, in plain words. */
	readonly warnings: readonly string[];
}

/** Fields of a request's element that name the entity and change nothing. */
const NAMING = ['id', 'ad_account_id', 'ad_group_id'];

/** Ends an input that asks for no change: it would be an update in name only. */
export function requireChange(kind: EntityKind, body: UpdateOrder['body']): void {
	if (Object.keys(body).some((field) => !NAMING.includes(field))) return;
	throw new PinterestAdsError(
		'invalid',
		`Nothing is to be changed of the ${kind.noun} ${body.id}`,
		{ action: 'give-a-change' },
	);
}

/** Makes the changes and puts their outcomes between the errors of the inputs that were none. */
export async function updateDrafts(
	context: WorkerContext,
	kind: EntityKind,
	drafts: ReadonlyArray<Outcome<UpdateDraft>>,
): Promise<Array<Outcome<UpdatedRecord>>> {
	const updated = await updateAll(context, kind, goodOnes(drafts));
	let next = 0;
	return drafts.map((draft) => {
		if (!draft.ok) return draft;
		const outcome = updated[next++];
		return outcome.ok
			? succeeded(updatedRecord(draft.record, outcome.record))
			: failed(withWarnings(outcome.error, draft.record.warnings));
	});
}

function updatedRecord(
	{ adAccountId, currency, warnings }: UpdateDraft,
	entity: { readonly [field: string]: unknown; readonly id: string },
): UpdatedRecord {
	return {
		...entity,
		ad_account_id: idOf(entity.ad_account_id) ?? adAccountId,
		...(currency === undefined ? {} : { currency }),
		warnings,
	};
}
