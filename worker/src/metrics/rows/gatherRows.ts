import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { explainedRefusal } from '../columns/columnList';
import type { PlannedRequests } from '../comparison/planRequests';
import type { Granularity } from '../periods';
import { askReport } from '../reportJob/reportEndpoint';
import { askSync, type Question } from '../syncEndpoint';
import type { DateRange } from '../windows';
import type { MetricsRow, RowBasis } from './metricsRows';
import { TidySink, TotalsSink, type RowSink, type RowTaker } from './rowSink';
import { SplitSink } from './splitSink';
import { withParts } from './windowTotals';

export interface Gathering {
	/** All but windows and columns, which depend on the place that answers. */
	readonly question: Omit<Question, 'windows' | 'columns'>;
	/** The columns that a place can be asked for. */
	columnsFrom(endpoint: PlannedRequests['endpoint']): readonly string[];
	/** What rows are made of for a period. */
	basisOf(period: DateRange): RowBasis;
}

/** Whether a total comes in parts, which are added up. */
export const isInParts = (granularity: Granularity, windows: readonly DateRange[]): boolean =>
	granularity === 'TOTAL' && windows.length > 1;

/** Asks for all that was planned. @returns the rows of each period, by entity, then by time */
export async function gatherRows(
	context: WorkerContext,
	requests: readonly PlannedRequests[],
	{ question, columnsFrom, basisOf }: Gathering,
): Promise<ReadonlyMap<DateRange, MetricsRow[]>> {
	const { granularity } = question;
	const found = new Map<DateRange, MetricsRow[]>();
	for (const { endpoint, windows, periods } of requests) {
		const isAddedUp = isInParts(granularity, windows);
		const names = columnsFrom(endpoint);
		const sinks = periods.map((period) => {
			const basis = basisOf(period);
			return isAddedUp ? new TotalsSink(basis) : new TidySink(basis);
		});
		await answered(context, endpoint, takerOf(sinks, periods, granularity), {
			...{ ...question, windows },
			columns: isAddedUp ? withParts(names) : names,
		});
		for (const [index, period] of periods.entries()) found.set(period, sinks[index].finish());
	}
	return found;
}

function takerOf(
	[first, ...others]: readonly RowSink[],
	periods: readonly DateRange[],
	granularity: Granularity,
): RowTaker {
	const [later] = others;
	return later === undefined ? first : new SplitSink(first, later, periods[1].from, granularity);
}

async function answered(
	context: WorkerContext,
	endpoint: PlannedRequests['endpoint'],
	taker: RowTaker,
	question: Question,
): Promise<void> {
	if (question.ids.length === 0) return;
	try {
		if (endpoint === 'report') return await askReport(context, question, taker);
		for await (const row of askSync(context, question)) taker.add(row);
	} catch (error) {
		const explained = await explainedRefusal(context, error, question.columns);
		throw question.timeZone === 'account' ? orZoneRefused(explained) : explained;
	}
}

/** Pinterest gives the ad account's time zone to some apps only, and does not say so when it refuses. */
function orZoneRefused(error: unknown): unknown {
	if (!(error instanceof PinterestAdsError)) return error;
	const { kind, status } = error;
	if (status === undefined || (kind !== 'invalid' && kind !== 'forbidden')) return error;
	return error.with({
		cause: error,
		note: 'Numbers in the ad account’s time zone are a beta feature of Pinterest that not every app may use: if nothing else is wrong, choose UTC.',
	});
}
