import { customerListIdOf, type Audience, type AudienceRule } from './accountAudiences';
import { explainAudience } from './statusWords';

/** An audience as it is at Pinterest. Ids are strings, times ISO 8601 UTC. */
export interface AudienceSummary {
	readonly id: string;
	readonly name: string | null;
	readonly ad_account_id: string;
	/** CUSTOMER_LIST, VISITOR, ENGAGEMENT, ACTALIKE, PERSONA. */
	readonly audience_type: string | null;
	/** INITIALIZING, READY, TOO_SMALL. */
	readonly status: string | null;
	readonly status_explanation: string | null;
	/** People. */
	readonly size: number | null;
	readonly description: string | null;
	/** Of a CUSTOMER_LIST audience. */
	readonly customer_list_id: string | null;
	/** What it is made of, in Pinterest's own terms. */
	readonly rule: AudienceRule | null;
	readonly created_by_company_name: string | null;
	readonly created_at: string | null;
	readonly updated_at: string | null;
}

export function summaryOf(audience: Audience, adAccountId: string): AudienceSummary {
	return {
		id: String(audience.id),
		name: audience.name ?? null,
		ad_account_id: adAccountId,
		audience_type: audience.audience_type ?? null,
		status: audience.status ?? null,
		status_explanation: explainAudience(audience.status),
		size: audience.size ?? null,
		description: audience.description ?? null,
		customer_list_id: customerListIdOf(audience) ?? null,
		rule: audience.rule ? { ...audience.rule } : null,
		created_by_company_name: audience.created_by_company_name ?? null,
		created_at: timeOf(audience.created_timestamp),
		updated_at: timeOf(audience.updated_timestamp),
	};
}

/** ISO 8601, UTC, of Unix seconds; null where it is not known. */
export const timeOf = (seconds: number | null | undefined) =>
	typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null;
