import type { MetricsTableRow } from '../../../automation/tables';
import { momentOf } from '../times';
import { placesIn, type Spans } from './periods';
import { figuresOf, sums, type Figures, type FigureName, type Sums } from './tally';
import { DAY_MS } from '../../../values/time';

/** The newest row of each campaign and day, in one currency. */
export type KeptRow = Partial<MetricsTableRow> & {
	readonly date: string;
	readonly campaign_id: string;
};

/** A figure over the days of the period, and over those before it. */
export interface Days {
	readonly current: ReadonlyArray<number | null>;
	readonly before: ReadonlyArray<number | null>;
}

export interface Campaign {
	readonly id: string;
	readonly name: string | null;
	readonly status: string | null;
	readonly current: Figures;
	/** Undefined where it had no figures then. */
	readonly before?: Figures;
	/** Of each day of the period. */
	readonly spendByDay: readonly number[];
	/** The last day on which it was shown, as far as the rows reach. */
	readonly lastShown?: string;
}

export interface Campaigns {
	readonly current: Figures;
	/** Undefined where the table does not reach back so far: nothing can be compared then. */
	readonly before?: Figures;
	readonly days: Readonly<Record<FigureName, Days>>;
	/** By spend, the most first. */
	readonly all: readonly Campaign[];
	/** The first day that the table has figures of. */
	readonly firstDay?: string;
	/** When a row was last written. */
	readonly writtenAt?: number;
	readonly currency: string | null;
	/** How many rows are in another currency, and left out. */
	readonly otherCurrencies: number;
}

/** What is gathered of a campaign while its rows are gone through. */
interface Gathered {
	readonly id: string;
	readonly current: Sums;
	readonly before: Sums;
	readonly spendByDay: number[];
	latest: KeptRow;
	hasCurrent: boolean;
	hasBefore: boolean;
	lastShown?: string;
}

/**
 * Campaigns of the period, beside the period before, by the rows of the table.
 * @param currency that of the ad account; left out, that of the newest row counts
 */
export function campaignsOf(
	rows: ReadonlyArray<Partial<MetricsTableRow>>,
	spans: Spans,
	currency?: string | null,
): Campaigns {
	const kept = keptRows(rows);
	const chosen = currency || (kept.at(-1)?.currency ?? null);
	const inCurrency = kept.filter((row) => !row.currency || row.currency === chosen);
	const currentPlace = placesIn(spans.current);
	const beforePlace = placesIn(spans.before);
	const length = spansLength(spans);
	const byDay = { current: manySums(length), before: manySums(length) };
	const total = { current: sums(), before: sums() };
	const gathered = new Map<string, Gathered>();
	let firstDay: string | undefined;
	let writtenAt: number | undefined;
	for (const row of inCurrency) {
		if (firstDay === undefined || row.date < firstDay) firstDay = row.date;
		const written = momentOf(row.refreshed_at);
		if (written !== undefined && written > (writtenAt ?? 0)) writtenAt = written;
		const one = gathered.get(row.campaign_id) ?? gather(row, length);
		gathered.set(row.campaign_id, one);
		noteLatest(one, row);
		const now = currentPlace(row.date);
		if (now !== undefined) {
			[one.current, total.current, byDay.current[now]].forEach((each) => each.add(row));
			one.spendByDay[now] += row.spend ?? 0;
			one.hasCurrent = true;
			continue;
		}
		const then = beforePlace(row.date);
		if (then === undefined) continue;
		[one.before, total.before, byDay.before[then]].forEach((each) => each.add(row));
		one.hasBefore = true;
	}
	const reachesBack = firstDay !== undefined && firstDay <= spans.before.from;
	return {
		current: figuresOf(total.current),
		...(reachesBack && { before: figuresOf(total.before) }),
		days: daysOfFigures(byDay.current, byDay.before),
		all: [...gathered.values()]
			.filter(({ hasCurrent, hasBefore, latest }) => hasCurrent || hasBefore || isLive(latest))
			.map((one) => campaignOf(one, reachesBack))
			.sort((a, b) => (b.current.spend ?? -1) - (a.current.spend ?? -1) || (a.id < b.id ? -1 : 1)),
		...{ firstDay, writtenAt, currency: chosen },
		otherCurrencies: kept.length - inCurrency.length,
	};
}

export const isLive = ({ campaign_status: status }: Partial<MetricsTableRow>): boolean =>
	status === 'ACTIVE' || status === 'RUNNING';

/** While the table is refreshed, a changed row is there twice for a moment: the later one counts. */
export function keptRows(rows: ReadonlyArray<Partial<MetricsTableRow>>): KeptRow[] {
	const latest = new Map<string, KeptRow>();
	for (const row of rows) {
		if (!isKept(row)) continue;
		latest.set(row.row_key || `${row.campaign_id} ${row.date}`, row);
	}
	return [...latest.values()];
}

const isKept = (row: Partial<MetricsTableRow>): row is KeptRow =>
	typeof row.date === 'string' && typeof row.campaign_id === 'string';

const spansLength = ({ current }: Spans): number =>
	(Date.parse(current.to) - Date.parse(current.from)) / DAY_MS + 1;

const manySums = (length: number): Sums[] => Array.from({ length }, () => sums());

const gather = (row: KeptRow, length: number): Gathered => ({
	...{ id: row.campaign_id, current: sums(), before: sums(), latest: row },
	...{ spendByDay: new Array<number>(length).fill(0), hasCurrent: false, hasBefore: false },
});

/** Name and status are those of the day that was written last. */
function noteLatest(one: Gathered, row: KeptRow): void {
	if (row.date >= one.latest.date) one.latest = row;
	const isShown = (row.impressions ?? 0) > 0;
	if (isShown && row.date > (one.lastShown ?? '')) one.lastShown = row.date;
}

function campaignOf(one: Gathered, reachesBack: boolean): Campaign {
	return {
		...{ id: one.id, name: one.latest.campaign_name ?? null },
		status: one.latest.campaign_status ?? null,
		current: figuresOf(one.current),
		...(reachesBack && one.hasBefore && { before: figuresOf(one.before) }),
		...{ spendByDay: one.spendByDay, lastShown: one.lastShown },
	};
}

/** A day without rows is a day on which nothing happened: its sums are 0, and its ratios are not there. */
function daysOfFigures(current: readonly Sums[], before: readonly Sums[]) {
	const figures = { current: current.map(figuresOf), before: before.map(figuresOf) };
	const name = (figure: FigureName): Days => {
		const read = (one: Figures) => one[figure] ?? (RATIOS.includes(figure) ? null : 0);
		return { current: figures.current.map(read), before: figures.before.map(read) };
	};
	return {
		...{ spend: name('spend'), impressions: name('impressions'), clicks: name('clicks') },
		...{ conversions: name('conversions'), roas: name('roas'), ctr: name('ctr') },
		cost_per_conversion: name('cost_per_conversion'),
	};
}

const RATIOS: readonly FigureName[] = ['roas', 'ctr', 'cost_per_conversion'];
