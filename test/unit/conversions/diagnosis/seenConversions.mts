import type {
	CarriedEvents,
	EventQuality,
	EventScore,
} from '../../../../worker/src/conversions/index.ts';
import { account } from '../../../../worker/src/conversions/diagnosis/conversionFinding.ts';
import type { Seen, SeenTag } from '../../../../worker/src/conversions/diagnosis/seen.ts';

/** 24 November 2026, noon, UTC. */
export const NOW = Date.UTC(2026, 10, 24, 12);
export const HOUR = 3_600_000;
export const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString();

/** Forty checkouts that carry everything, one about every eight hours. */
export const carried = (more: Partial<CarriedEvents> = {}): CarriedEvents => ({
	...{ event_name: 'checkout', action_source: 'web', test_events: 0, events: 40 },
	...{ last_at: ago(2), longest_pause_hours: 9, known: 40, recent: 0 },
	carry: { em: 40, ip: 40, ua: 40, ip_and_ua: 40, click_id: 10, external_id: 40 },
	ids: { given: 40, order: 0, made: 0 },
	...{ duplicates: 0, timed: 40, late: 0, week_late: 0, longest_delay_hours: 0.1 },
	statuses: { sent: 40 },
	...more,
});

type Coverages = Readonly<Record<string, number>>;

export const FULL: Coverages = { hashed_email: 90, ip_address: 100, external_event_id: 100 };

export const score = (
	event_name: string,
	coverages: Coverages = FULL,
	overlap: number | null = null,
): EventScore => ({
	event_name,
	carries: Object.fromEntries(
		Object.entries(coverages).map(([name, coverage]) => [
			name,
			{ coverage, overlap: name === 'external_event_id' ? overlap : null, issues: [] },
		]),
	),
});

export const source = (
	ingestion_source: string,
	events: readonly EventScore[],
	overall_status = 'GOOD',
): EventQuality => ({ ingestion_source, source_platform: 'WEB', overall_status, events });

export const both = (name = 'checkout'): EventQuality[] => [
	source('CONVERSIONS_API', [score(name)]),
	source('TAG', [score(name)]),
];

export const tag = (more: Partial<SeenTag> = {}): SeenTag => ({
	...{ id: '26', name: 'Shop', status: 'ACTIVE', last_fired_at: ago(1) },
	automatic_match: ['email'],
	...more,
});

const MATCHED = {
	...{ impressions: 9000, clicks: 80, conversions: 12, checkouts: 12, leads: 0 },
	...{ signups: 0, page_visits: 0 },
};
export const matched = (more: Partial<typeof MATCHED> = {}) => ({ ...MATCHED, ...more });

/** An ad account in which nothing is wrong. */
export const seen = (more: Partial<Seen> = {}): Seen => ({
	...{ account: account('5'), now: NOW, days: 14, expected: [], carried: [carried()] },
	...{ lastDay: both(), fortnight: both(), tags: [tag()], matched: matched() },
	...more,
});
