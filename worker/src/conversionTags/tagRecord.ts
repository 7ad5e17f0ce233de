import type { ConversionTagConfigs } from '../pinterest/types';
import type { Tag } from './accountTags';

/** A conversion tag, known as the Pinterest tag. Ids are strings, times ISO 8601 UTC. */
export interface ConversionTagRecord {
	readonly name: string;
	/** ACTIVE, PAUSED, ARCHIVED, DRAFT, DELETED_DRAFT. */
	readonly status: string | null;
	/** When a page last reported something; null: never. */
	readonly last_fired_at: string | null;
	/** UNKNOWN, NOT_VALIDATED, VALIDATING_IN_PROGRESS, VALIDATION_COMPLETE. */
	readonly enhanced_match_status: string | null;
	/** What the tag looks for on a page to recognize people by, such as `email`; empty: nothing. */
	readonly automatic_match: readonly MatchedBy[];
	/** To be pasted into every page of the site, before `</head>`. */
	readonly code_snippet: string | null;
	readonly version: string | null;
	/** All settings by Pinterest’s names. */
	readonly configs: Readonly<ConversionTagConfigs> | null;
	readonly id: string;
	readonly ad_account_id: string;
}

/** What Automatic Enhanced Match can recognize people by. */
export type MatchedBy =
	'email' | 'name' | 'phone' | 'gender' | 'birthdate' | 'location' | 'external_id';

/** By Pinterest's names. Schema `ConversionTagConfigs`. */
const MATCHED_BY = {
	aem_enabled: 'email',
	aem_fnln_enabled: 'name',
	aem_ph_enabled: 'phone',
	aem_ge_enabled: 'gender',
	aem_db_enabled: 'birthdate',
	aem_loc_enabled: 'location',
	aem_external_id_enabled: 'external_id',
} as const satisfies Partial<Record<keyof ConversionTagConfigs, MatchedBy>>;

const SWITCHES = Object.entries(MATCHED_BY) as Array<[keyof typeof MATCHED_BY, MatchedBy]>;

/** When it last fired, in milliseconds; undefined where it never did, which Pinterest may write as 0. */
export const lastFired = ({ last_fired_time_ms: at }: Tag): number | undefined =>
	at === undefined || at === null || at === 0 ? undefined : at;

/** A tag as the tasks hand it out. */
export function tagRecord(tag: Tag, adAccountId: string): ConversionTagRecord {
	const firedAt = lastFired(tag);
	const { configs } = tag;
	return {
		name: tag.name ?? '',
		status: tag.status ?? null,
		last_fired_at: firedAt === undefined ? null : new Date(firedAt).toISOString(),
		enhanced_match_status: tag.enhanced_match_status ?? null,
		automatic_match: SWITCHES.filter(([name]) => configs?.[name] === true).map(([, by]) => by),
		code_snippet: tag.code_snippet ?? null,
		version: tag.version ?? null,
		configs: configs ? { ...configs } : null,
		id: tag.id,
		ad_account_id: tag.ad_account_id ?? adAccountId,
	};
}
