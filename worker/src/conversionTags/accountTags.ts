import { clientOf } from '../client/client';
import {
	flagField,
	idField,
	listField,
	needed,
	numberField,
	objectField,
	objectOf,
	ownId,
	textField,
	type Field,
} from '../client/readers';
import type { WorkerContext } from '../context';
import { rememberCreated, withCreated } from '../delivery/createdHere';
import { CONVERSION_TAG, type ListedKind } from '../entities';
import { fetchEntity, listEntities, listPath } from '../entityLists';
import type {
	ConversionTag,
	ConversionTagConfigs,
	ConversionTagCreate,
	Read,
} from '../pinterest/types';

/** A conversion tag as Pinterest answers it; absent is the same as null. */
export type Tag = Read<
	ConversionTag,
	| 'name'
	| 'ad_account_id'
	/** ACTIVE, PAUSED, ARCHIVED, DRAFT, DELETED_DRAFT. */
	| 'status'
	/** Unix milliseconds, UTC. */
	| 'last_fired_time_ms'
	/** UNKNOWN, NOT_VALIDATED, VALIDATING_IN_PROGRESS, VALIDATION_COMPLETE. */
	| 'enhanced_match_status'
	| 'configs'
	| 'code_snippet'
	| 'version'
>;

/** As far as `Date` goes. */
const LAST_MILLISECOND = 8.64e15;

/** Unix milliseconds. */
const millisecondsField: Field<number> = {
	read: (value) =>
		typeof value === 'number' && value >= 0 && value <= LAST_MILLISECOND ? value : undefined,
	odd: 'not a time',
};

const readTag = objectOf<Tag>('a conversion tag', {
	id: ownId,
	name: needed(textField, 'a name'),
	ad_account_id: idField,
	status: textField,
	last_fired_time_ms: millisecondsField,
	enhanced_match_status: textField,
	configs: objectField(
		objectOf<ConversionTagConfigs>('the settings of a conversion tag', {
			...{ aem_enabled: flagField, aem_fnln_enabled: flagField, aem_ph_enabled: flagField },
			...{ aem_ge_enabled: flagField, aem_db_enabled: flagField, aem_loc_enabled: flagField },
			...{ aem_external_id_enabled: flagField, md_frequency: numberField },
			no_code_capi_domains: listField(textField, 'not a list of domains'),
		}),
	),
	code_snippet: textField,
	version: textField,
});

/** With all that is read of them here. */
const TAGS: ListedKind<Tag> = { ...CONVERSION_TAG, read: readTag };

interface Wanted {
	/** Left out: the ones that are not. */
	readonly deleted?: boolean;
}

/** The tags of an ad account, which Pinterest gives all at once. Operation `conversion_tags/list`. */
export function tagsOf(
	context: WorkerContext,
	adAccountId: string,
	{ deleted = false }: Wanted = {},
): AsyncGenerator<Tag> {
	const filter = { filter_deleted: deleted ? 'true' : undefined };
	return listEntities(context, TAGS, adAccountId, filter);
}

/** Those that are not deleted, with what this run has created and Pinterest does not list yet. */
export function tagsWithCreated(context: WorkerContext, adAccountId: string): AsyncGenerator<Tag> {
	const path = listPath(TAGS, adAccountId);
	const fetch = async (id: string) => await fetchTag(context, adAccountId, id);
	return withCreated(context, path, tagsOf(context, adAccountId), fetch);
}

/** Operation `conversion_tags/get`. */
export const fetchTag = async (
	context: WorkerContext,
	adAccountId: string,
	id: string,
): Promise<Tag> => await fetchEntity(context, TAGS, adAccountId, id);

/**
 * Operation `conversion_tags/create`.
 * @throws PinterestAdsError `outcome-unknown` where the answer was lost: look before repeating
 */
export async function postTag(
	context: WorkerContext,
	adAccountId: string,
	body: ConversionTagCreate,
	doing: string,
): Promise<Tag> {
	const path = listPath(TAGS, adAccountId);
	const tag = await clientOf(context).call(
		{ method: 'POST', path, body, category: 'ads_write', repeat: 'unsafe', doing },
		readTag,
	);
	rememberCreated(context, path, tag);
	return tag;
}
