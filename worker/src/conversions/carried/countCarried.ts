import { groupedBy } from '../../values/grouping';
import { DAY_MS, readMoment } from '../../values/time';
import { readCarried, type Carried, type CarriedWord, type EventIdFrom } from './carriedText';

/** A conversion as whoever keeps them has it: any of it may be missing, or of another kind. */
export interface KeptConversion {
	readonly event_name?: unknown;
	readonly action_source?: unknown;
	readonly event_id?: unknown;
	readonly ad_account_id?: unknown;
	/** When it happened, in any form of a time. */
	readonly event_time?: unknown;
	/** When it came in. */
	readonly createdAt?: unknown;
	/** `pending`, `sent`, `failed` or `dead`. */
	readonly status?: unknown;
	/** See `carriedBy`. */
	readonly carried?: unknown;
}

/** What the events of one name and place carried, in figures. Nothing in it is about anybody. */
export interface CarriedEvents {
	readonly event_name: string;
	/** `web`, `app_ios`, `app_android` or `offline`. */
	readonly action_source: string;
	/** Test events are counted here alone. */
	readonly test_events: number;
	/** How many there were, and all that follows is of these. */
	readonly events: number;
	/** ISO 8601 UTC; null where it is not known. */
	readonly last_at: string | null;
	/** The longest time between two of them; null where there are not two. */
	readonly longest_pause_hours: number | null;
	/** Of how many it is known what they carry, and how many carry each. */
	readonly known: number;
	readonly carry: Readonly<Partial<Record<CarriedWord | 'ip_and_ua', number>>>;
	/** Where their ids come from. */
	readonly ids: Readonly<Record<EventIdFrom, number>>;
	/** How many have the same id and name as one before. */
	readonly duplicates: number;
	/** How many came in within the last 48 hours. */
	readonly recent: number;
	/** Of how many both times are known; how many came in more than an hour, and more than 7 days, after they happened. */
	readonly timed: number;
	readonly late: number;
	readonly week_late: number;
	readonly longest_delay_hours: number | null;
	/** By what became of them. */
	readonly statuses: Readonly<Record<string, number>>;
}

export const HOUR_MS = 3_600_000;
/** Pinterest's tag partners say so: what comes in later counts as offline (Segment, Tealium). */
export const LATE_MS = HOUR_MS;
/** Older events are sent with a warning: Pinterest may no longer attribute them. */
export const WEEK_MS = 7 * DAY_MS;
/** The attribution window of the report, as the reference has it: 24 to 48 hours. */
export const ATTRIBUTION_MS = 2 * DAY_MS;

interface Window {
	/** Milliseconds. */
	readonly now: number;
	readonly days: number;
}

/** A kept conversion, read. */
interface Kept {
	readonly eventName: string;
	readonly actionSource: string;
	readonly identity?: string;
	readonly cameAt?: number;
	readonly happenedAt?: number;
	readonly status?: string;
	readonly carried?: Carried;
}

/**
 * Counts what kept conversions carried; those that came in before the window are left out, and so is what is not a
 * conversion. A row costs no other one anything.
 * @returns one record for each event name and place, the most frequent first
 */
export function countCarried(
	rows: readonly KeptConversion[],
	{ now, days }: Window,
): CarriedEvents[] {
	const since = now - days * DAY_MS;
	const kept = rows
		.map(keptOf)
		.filter((one) => one !== undefined)
		.filter(({ cameAt }) => cameAt === undefined || cameAt >= since);
	const groups = groupedBy(kept, (one) => JSON.stringify([one.eventName, one.actionSource]));
	return [...groups.values()]
		.map((group) => countOf(group, now))
		.sort((a, b) => b.events - a.events || (a.event_name < b.event_name ? -1 : 1));
}

/** No name of an event is longer. */
const LONGEST_NAME = 100;

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== ''
		? value.trim().slice(0, LONGEST_NAME)
		: undefined;

function keptOf(row: KeptConversion): Kept | undefined {
	const eventName = textOf(row.event_name);
	if (eventName === undefined) return undefined;
	const id = textOf(row.event_id);
	return {
		eventName,
		actionSource: textOf(row.action_source) ?? 'web',
		...(id !== undefined && {
			identity: JSON.stringify([textOf(row.ad_account_id), eventName, id]),
		}),
		cameAt: readMoment(row.createdAt),
		happenedAt: readMoment(row.event_time),
		status: textOf(row.status),
		carried: readCarried(row.carried),
	};
}

function countOf(group: readonly Kept[], now: number): CarriedEvents {
	const real = group.filter(({ carried }) => carried?.isTest !== true);
	const known = real.flatMap(({ carried }) => (carried === undefined ? [] : [carried]));
	const times = real
		.flatMap(({ cameAt }) => (cameAt === undefined ? [] : [cameAt]))
		.sort((a, b) => a - b);
	const pauses = times.slice(1).map((time, n) => time - times[n]);
	const delays = real.flatMap(({ cameAt, happenedAt }) =>
		cameAt === undefined || happenedAt === undefined ? [] : [cameAt - happenedAt],
	);
	const identities = real.flatMap(({ identity }) => (identity === undefined ? [] : [identity]));
	const over = (least: number) => delays.filter((delay) => delay > least).length;
	const withId = (from: EventIdFrom) => known.filter(({ eventId }) => eventId === from).length;
	return {
		event_name: group[0].eventName,
		action_source: group[0].actionSource,
		test_events: group.length - real.length,
		events: real.length,
		last_at: times.length === 0 ? null : new Date(times[times.length - 1]).toISOString(),
		longest_pause_hours: longestOf(pauses),
		known: known.length,
		carry: carryOf(known),
		ids: { given: withId('given'), order: withId('order'), made: withId('made') },
		duplicates: identities.length - new Set(identities).size,
		recent: times.filter((time) => time > now - ATTRIBUTION_MS).length,
		...{ timed: delays.length, late: over(LATE_MS), week_late: over(WEEK_MS) },
		longest_delay_hours: longestOf(delays.filter((delay) => delay > 0)),
		statuses: tallyOf(
			real.flatMap(({ status }) => (status === undefined ? [] : [status])),
		) as Record<string, number>,
	};
}

/** In hours, with one digit after the point. */
function longestOf(spans: readonly number[]): number | null {
	if (spans.length === 0) return null;
	// Not Math.max: there may be more of them than it takes.
	const longest = spans.reduce((most, span) => (span > most ? span : most), 0);
	return Math.round((longest / HOUR_MS) * 10) / 10;
}

function carryOf(known: readonly Carried[]): CarriedEvents['carry'] {
	const words = known.flatMap(({ words: all }) => [
		...all,
		...(all.has('ip') && all.has('ua') ? (['ip_and_ua'] as const) : []),
	]);
	return tallyOf(words);
}

function tallyOf<Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> {
	const counts = new Map<Word, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return Object.fromEntries(counts) as Partial<Record<Word, number>>;
}
