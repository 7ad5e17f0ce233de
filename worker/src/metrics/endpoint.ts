import type { Advice } from '../client/advice';
import { firstOf } from '../input';
import { MAX_IDS } from '../entityLists';
import type { Level } from './levels';
import type { Granularity } from './periods';
import { typesWithoutReport } from './reportJob/reportLevels';
import { isReportColumn, isSyncColumn } from './columns/syncColumns';
import { notAddable } from './rows/windowTotals';
import {
	daysOf,
	firstDayOf,
	isWithin,
	reachOf,
	windowsOf,
	type DateRange,
	type Endpoint,
} from './windows';
import { wrongField, type FieldName } from './wrongField';

/**
 * Above so many requests a report is asked for instead. Twenty are answered sooner than a report is
 * made, and are a fifteenth of what Pinterest allows in a minute; more of them would crowd out other
 * workflows of the same app, where a report takes four or five requests whatever it holds.
 */
export const MAX_SYNC_REQUESTS = 20;

/**
 * Above so many figures (rows times columns) a report is asked for, too: it is read row by row, while
 * synchronous answers arrive whole, which takes memory several times over. `npm run bench -- metrics`
 * measures both.
 */
export const MAX_SYNC_FIGURES = 480_000;

export interface EndpointCase {
	readonly level: Level;
	readonly range: DateRange;
	readonly granularity: Granularity;
	readonly columns: readonly string[];
	/** Those of them that came with a preset: a report that does not know one of them goes without it. */
	readonly fromPreset?: ReadonlySet<string>;
	/** How many ids are asked for. */
	readonly ids: number;
	readonly utcToday: string;
	readonly sandbox?: boolean;
	/** Where another part of the same numbers comes from a report. */
	readonly onlyReport?: boolean;
}

export interface EndpointChoice {
	readonly endpoint: Endpoint;
	readonly windows: readonly DateRange[];
}

/**
 * Chooses the endpoint for the whole range: the synchronous one where it can answer in few requests,
 * else the report.
 * @throws PinterestAdsError `invalid` where only a report could answer, and there is none
 */
export function chooseEndpoint(asked: EndpointCase): EndpointChoice {
	const { range, granularity, level, columns } = asked;
	const windows = (endpoint: Endpoint) =>
		windowsOf(range, granularity, reachOf(endpoint, granularity).wide);
	const refusal = refusalOf(asked);
	if (refusal !== undefined) throw wrongField(refusal.field, refusal.text, refusal.advice);
	if (asked.onlyReport || reportNeeded(asked) !== undefined) {
		return { endpoint: 'report', windows: windows('report') };
	}
	const sync = { endpoint: 'sync', windows: windows('sync') } as const;
	const canReport = typesWithoutReport(level).length === 0 && notInReports(asked).length === 0;
	if (asked.sandbox || !canReport) return sync;
	const requests =
		sync.windows.length * (level.entities === undefined ? 1 : Math.ceil(asked.ids / MAX_IDS));
	const report = { endpoint: 'report', windows: windows('report') } as const;
	// A total that the report gives as one need not be added up.
	const isWhole =
		granularity === 'TOTAL' &&
		sync.windows.length > report.windows.length &&
		notAddable(columns).length > 0;
	const isLarge = requests > MAX_SYNC_REQUESTS || figuresOf(asked) > MAX_SYNC_FIGURES;
	return isLarge || isWhole ? report : sync;
}

/** Columns that somebody has chosen and no report knows. */
const notInReports = ({ columns, fromPreset }: EndpointCase): string[] =>
	columns.filter((name) => !isReportColumn(name) && fromPreset?.has(name) !== true);

/** How many there are at most. */
function figuresOf({ level, ids, range, granularity, columns }: EndpointCase): number {
	const entities = level.entities === undefined ? 1 : ids;
	const days = daysOf(range).length;
	const times = { TOTAL: 1, HOUR: 24 * days, DAY: days, WEEK: days / 7, MONTH: days / 30 };
	return entities * times[granularity] * columns.length;
}

/** Why the synchronous endpoints cannot answer. */
function reportNeeded({
	range,
	granularity,
	columns,
	fromPreset,
	utcToday,
}: EndpointCase): Need | undefined {
	const reach = reachOf('sync', granularity);
	if (!isWithin(range.from, reach, utcToday)) {
		return {
			field: 'startDate',
			why: `${range.from} is more than ${reach.back} days ago`,
			instead: `begin on ${firstDayOf(reach, utcToday)} or later`,
		};
	}
	// What a preset holds is what the synchronous endpoints give, be it known here or newer.
	const names = columns.filter((name) => !isSyncColumn(name) && fromPreset?.has(name) !== true);
	if (names.length === 0) return undefined;
	return {
		field: 'columns',
		why: `${names.slice(0, 5).join(', ')}${names.length > 5 ? ' and others' : ''} can be had from a report only`,
		instead: 'leave these columns out',
	};
}

interface Need {
	readonly field: FieldName;
	readonly why: string;
	readonly instead: string;
}

interface Refusal {
	readonly field: FieldName;
	readonly text: string;
	readonly advice: Partial<Advice>;
}

/** Why no endpoint can answer; undefined where one can. */
export function refusalOf(asked: EndpointCase): Refusal | undefined {
	const need = reportNeeded(asked);
	if (need === undefined) return undefined;
	const { field, why, instead } = need;
	const begin = `${instead.charAt(0).toUpperCase()}${instead.slice(1)}`;
	if (asked.sandbox) {
		return {
			...{ field, text: `${why}, and Pinterest’s sandbox makes no reports.` },
			advice: { action: 'use-production', hint: `${begin}, or use the environment Production.` },
		};
	}
	const types = typesWithoutReport(asked.level);
	if (types.length > 0) {
		return {
			field: 'targetingTypes',
			text: `by ${types.join(' and ')} no report can be broken down, and one is needed: ${why}.`,
			advice: {
				hint: `Leave ${types.length === 1 ? 'this type' : 'these types'} out, or ${instead}.`,
			},
		};
	}
	const unknown = notInReports(asked);
	if (unknown.length === 0) return undefined;
	return {
		field: 'columns',
		text: `${firstOf(unknown)} cannot be had from a report, and one is needed: ${why}.`,
		advice: {
			hint: `Leave ${unknown.length === 1 ? 'this column' : 'these columns'} out, or ${instead}.`,
		},
	};
}
