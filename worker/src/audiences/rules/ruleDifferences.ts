import { isObject } from '../../client/readers';
import type { AudienceRule, RuleFields } from '../../pinterest/types';

/** What a part of a rule is called, where it is the same in every form. */
const CALLED: Readonly<Record<string, string>> = {
	...{ visitor_source_id: 'Conversion Tag', event: 'Event', event_data: 'Event Data', url: 'URL' },
	...{ event_source: 'Event Sources', ingestion_source: 'Ingestion Sources' },
	...{ retention_days: 'Retention Days', engagement_domain: 'Domains', pin_id: 'Pins' },
	...{ engagement_type: 'Engagement Type', engager_type: 'Engager Type' },
	...{ campaign_id: 'Campaigns', ad_id: 'Ads', objective_type: 'Objectives' },
};

/** Pinterest fills these in where nobody has asked for them. */
const FILLED_IN = ['retention_days', 'engager_type'];

/** The labels of what an audience's rule has otherwise than it is wanted. */
export function ruleDifferences(
	held: AudienceRule | null | undefined,
	wanted: RuleFields,
): string[] {
	const is = (held ?? {}) as Readonly<Record<string, unknown>>;
	const asked = wanted as Readonly<Record<string, unknown>>;
	return Object.entries(CALLED).flatMap(([name, label]) => {
		if (asked[name] === undefined && FILLED_IN.includes(name)) return [];
		return compared(is[name]) === compared(asked[name]) ? [] : [label];
	});
}

/** What Pinterest writes in several ways: a number as a text, a list of one as its element, nothing as null. */
function compared(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (Array.isArray(value)) return value.map(compared).sort().join(' ');
	if (!isObject(value)) return String(value as string | number | boolean);
	return Object.entries(value)
		.map(([name, inner]) => [name, compared(inner)] as const)
		.filter(([, inner]) => inner !== '')
		.map(([name, inner]) => `${name}:${inner}`)
		.sort()
		.join(' ');
}
