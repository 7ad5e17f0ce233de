import { CONVERSION_HINTS } from '../conversions/diagnosis/reasons';
import { inWords, percent } from '../conversions/diagnosis/findings/qualityFindings';
import { arrivedIn, wayOf } from '../conversions/diagnosis/seen';
import type { EventQuality } from '../conversions/quality/readScores';
import { shortened } from '../values/shortened';
import { placeAndTime, type ChangeEvent, type Look, type LookResult } from './changeEvent';

/** What the quality was, by source, and by source and event. */
export interface SeenQuality {
	readonly statuses: Readonly<Record<string, string>>;
	/** The best whole percentages since a drop was told, by what the event carries. */
	readonly coverages: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Worst first. Schema `OverallStatusOptions`. */
const STATUSES = ['NEEDS_IMPROVEMENT', 'FAIR', 'GOOD'];
/** Percentage points, of a figure over 14 days: no single day makes it. Our own measure. */
const CLEAR_STEP = 20;
/** Names of one's own may be any number. */
const MOST_EVENTS = 500;

/** @param seen undefined: they are looked at for the first time, and nothing is told */
export function compareQuality(
	look: Look,
	seen: SeenQuality | undefined,
	scores: readonly EventQuality[],
): LookResult<SeenQuality> {
	const statuses = compareStatuses(look, seen?.statuses ?? {}, scores);
	const coverages = compareCoverages(look, seen?.coverages ?? {}, scores);
	return {
		seen: { statuses: statuses.seen, coverages: coverages.seen },
		events: [...statuses.events, ...coverages.events],
	};
}

type Events = Array<{ key: string; event: ChangeEvent }>;

/** How all events of a source are rated. */
function compareStatuses(
	look: Look,
	before: SeenQuality['statuses'],
	scores: readonly EventQuality[],
) {
	const events: Events = [];
	const now: Record<string, string> = { ...before };
	for (const source of scores) {
		const key = sourceKey(source);
		const status = source.overall_status ?? '';
		// A word that is not known is neither better nor worse.
		if (!STATUSES.includes(status)) continue;
		const earlier = Object.hasOwn(before, key) ? before[key] : undefined;
		now[key] = status;
		if (earlier === undefined || STATUSES.indexOf(status) >= STATUSES.indexOf(earlier)) continue;
		const words = (one: string) => one.replace(/_/g, ' ');
		events.push({
			key: `quality:${key}:${status}`,
			event: {
				change: 'event_quality_dropped',
				what: `Pinterest rates the events that come through ${wayOf(source)} ${words(status)}; before, they were ${words(earlier)}.`,
				hint: CONVERSION_HINTS.low_quality,
				...{ level: 'ad_account', id: look.adAccountId, name: null },
				...{ before: earlier, after: status },
				...placeAndTime(look),
			},
		});
	}
	return { events, seen: bounded(now) };
}

/** What each event carries. */
function compareCoverages(
	look: Look,
	before: SeenQuality['coverages'],
	scores: readonly EventQuality[],
) {
	const events: Events = [];
	const now: Record<string, Readonly<Record<string, number>>> = { ...before };
	for (const { score, source } of arrivedIn(scores)) {
		const key = `${sourceKey(source)}:${score.event_name}`;
		const best: Readonly<Record<string, number>> = Object.hasOwn(before, key) ? before[key] : {};
		const dropped: Array<[component: string, from: number, to: number]> = [];
		const kept = Object.entries(score.carries).map(([component, { coverage }]) => {
			const value = Math.round(coverage);
			const from = Object.hasOwn(best, component) ? best[component] : value;
			if (from - value < CLEAR_STEP) return [component, Math.max(from, value)] as const;
			dropped.push([component, from, value]);
			return [component, value] as const;
		});
		now[key] = Object.fromEntries([...Object.entries(best), ...kept].sort(byName));
		if (dropped.length === 0) continue;
		const [[, from, to]] = dropped.sort(([, a, b], [, c, d]) => c - d - (a - b));
		const said = dropped.map(
			([component, was, is]) => `${inWords(component)}: ${percent(is)}, was ${percent(was)}`,
		);
		events.push({
			key: `quality:${key}:${said.join()}`,
			event: {
				change: 'event_quality_dropped',
				what: `Fewer of the events “${shortened(score.event_name, 300)}” that come through ${wayOf(source)} carry what Pinterest matches them by (${said.join('; ')}).`,
				hint: CONVERSION_HINTS.low_quality,
				...{ level: 'event', id: score.event_name, name: score.event_name },
				...{ before: from, after: to },
				...placeAndTime(look),
			},
		});
	}
	return { events, seen: bounded(now) };
}

const sourceKey = ({ ingestion_source: way, source_platform: platform }: EventQuality) =>
	`${way}:${platform ?? ''}`;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
	a < b ? -1 : a > b ? 1 : 0;

const bounded = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
	Object.fromEntries(Object.entries(record).sort(byName).slice(0, MOST_EVENTS));

/** As if everything had been at its best: what could serve as a sample. */
export const bestQuality = (scores: readonly EventQuality[]): SeenQuality => ({
	statuses: Object.fromEntries(scores.map((source) => [sourceKey(source), 'GOOD'])),
	coverages: {},
});
