import { PinterestAdsError } from '../client/errors';
import { idField, textField } from '../client/readers';
import type { WorkerContext } from '../context';
import {
	AD_GROUP,
	EVERY_STATUS,
	nameOf,
	readNames,
	type Entity,
	type ListedKind,
} from '../entities';
import { listEntities, MAX_IDS } from '../entityLists';
import { chunksOf } from '../values/grouping';
import { METRICS_FIELDS } from './metricsFields';

/** What the numbers are about. */
export interface MeasuredEntity {
	readonly id: string;
	readonly name: string | null;
	readonly status: string | null;
	readonly campaign_id?: string;
	readonly ad_group_id?: string;
}

/** Pinterest's list leaves out what is archived, though it may well have spent in the period. */
const MAY_HAVE_SPENT = ['ACTIVE', 'PAUSED', 'ARCHIVED'];
const NAMED_AT_MOST = 5;

/**
 * The entities of a kind: the ones asked for, in that order, or all that may have numbers.
 * @throws PinterestAdsError `not-found` for an id that is not in this ad account.
 */
export async function measuredEntities(
	context: WorkerContext,
	adAccountId: string,
	kind: ListedKind,
	ids: readonly string[],
): Promise<MeasuredEntity[]> {
	const found = new Map<string, MeasuredEntity>();
	const listed =
		ids.length === 0 ? all(context, adAccountId, kind) : named(context, adAccountId, kind, ids);
	for await (const entity of listed) found.set(entity.id, measured(kind, entity));
	if (ids.length === 0) return [...found.values()];
	const missing = ids.filter((id) => !found.has(id));
	if (missing.length > 0) throw notInAccount(missing, adAccountId, kind);
	return ids.map((id) => found.get(id) as MeasuredEntity);
}

async function* all(
	context: WorkerContext,
	adAccountId: string,
	kind: ListedKind,
): AsyncGenerator<Entity, void, undefined> {
	const options = { statuses: MAY_HAVE_SPENT, read: readMeasured(kind) };
	if (!kind.isListedByParent) {
		return yield* listEntities(context, kind, adAccountId, {}, options);
	}
	// Product groups take a request for each ad group; naming them by id takes one for 250.
	const { filter } = kind.parent!;
	for (const adGroup of await measuredEntities(context, adAccountId, AD_GROUP, [])) {
		const groups = listEntities(context, kind, adAccountId, { [filter]: adGroup.id }, options);
		for await (const group of groups) yield { campaign_id: adGroup.campaign_id, ...group };
	}
}

async function* named(
	context: WorkerContext,
	adAccountId: string,
	kind: ListedKind,
	ids: readonly string[],
): AsyncGenerator<Entity, void, undefined> {
	const options = { statuses: EVERY_STATUS, read: readMeasured(kind) };
	for (const some of chunksOf(ids, MAX_IDS)) {
		const filter = { [String(kind.idsFilter)]: some };
		yield* listEntities(context, kind, adAccountId, filter, options);
	}
}

/** Numbers need no more of an entity than this, so that nothing else in it may keep them back. */
const readMeasured = (kind: ListedKind) =>
	readNames(kind, { status: textField, campaign_id: idField, ad_group_id: idField });

function measured(kind: ListedKind, entity: Entity): MeasuredEntity {
	const { id, status, campaign_id: campaignId, ad_group_id: adGroupId } = entity;
	return {
		id,
		name: nameOf(kind, entity),
		status: typeof status === 'string' ? status : null,
		...(typeof campaignId === 'string' ? { campaign_id: campaignId } : {}),
		...(typeof adGroupId === 'string' ? { ad_group_id: adGroupId } : {}),
	};
}

function notInAccount(
	missing: readonly string[],
	adAccountId: string,
	{ noun, plural }: ListedKind,
): PinterestAdsError {
	const named = missing.slice(0, NAMED_AT_MOST).join(', ');
	const more = missing.length > NAMED_AT_MOST ? ` and ${missing.length - NAMED_AT_MOST} more` : '';
	const what =
		missing.length === 1 ? `The ${noun} ${named} is` : `The ${plural} ${named}${more} are`;
	return new PinterestAdsError('not-found', `${what} not in the ad account ${adAccountId}.`, {
		field: METRICS_FIELDS.ids.label,
		hint: `Check the ${noun} ID, and that the ad account is the one the ${noun} belongs to. To get all ${plural}, leave the IDs empty.`,
	});
}
