import { nearest } from '../../campaigns/targeting/nearNames';
import { clientOf } from '../../client/client';
import { PinterestAdsError } from '../../client/errors';
import { isObject, itemsOf } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { MOST_NAMED } from '../../input';
import { METRICS_FIELDS } from '../metricsFields';
import { columnOf, type ColumnPreset } from './columns';
import type { Level } from '../levels';
import { isReportColumn, isSyncColumn } from './syncColumns';

/** A column as Pinterest explains it. */
export interface ListedColumn {
	/** Pinterest's, to ask by. */
	readonly name: string;
	/** As Ads Manager calls it, where it does. */
	readonly displayName: string | null;
	readonly definition: string | null;
}

/** Schema `DeliveryMetricsResponse`. What has no name cannot be asked for, and organic metrics are not of ads. */
function readColumn(value: unknown): ListedColumn | undefined {
	if (!isObject(value) || typeof value.name !== 'string') return undefined;
	if (value.category === 'ORGANIC') return undefined;
	const { name, display_name, definition } = value;
	return { name, displayName: textOf(display_name), definition: textOf(definition) };
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** Of the synchronous endpoints or of reports. */
type ReportType = 'SYNC' | 'ASYNC';

const known = {
	SYNC: new WeakMap<WorkerContext, Promise<ListedColumn[]>>(),
	ASYNC: new WeakMap<WorkerContext, Promise<ListedColumn[]>>(),
};

/**
 * The columns of ads that the synchronous endpoints (or reports) give; asked for once per context.
 * Operation `delivery_metrics/get`.
 */
export async function listColumns(
	context: WorkerContext,
	type: ReportType = 'SYNC',
): Promise<ListedColumn[]> {
	const pending = known[type].get(context) ?? fetchColumns(context, type);
	known[type].set(context, pending);
	try {
		return await pending;
	} finally {
		// A failure must not stay: the next item may find the network back.
		pending.catch(() => known[type].delete(context));
	}
}

async function fetchColumns(context: WorkerContext, type: ReportType): Promise<ListedColumn[]> {
	const columns = await clientOf(context).call(
		{
			method: 'GET',
			path: '/resources/delivery_metrics',
			query: { report_type: type },
			category: 'ads_read',
			doing: 'list the columns',
		},
		itemsOf(readColumn),
	);
	return columns.filter((column) => column !== undefined);
}

/**
 * Completes the columns to ask for: names of what an entity is in come along without a request of
 * their own, and the preset `all` is every column that Pinterest lists today and that says what
 * happened. So one that Pinterest adds is there without a new version of this package.
 */
export async function withAllColumns<
	T extends { readonly columnPreset?: ColumnPreset; readonly columns: readonly string[] },
>(context: WorkerContext, { parentNames }: Level, asked: T): Promise<T> {
	const metrics = asked.columnPreset === 'all' ? await listMetrics(context) : [];
	return { ...asked, columns: [...new Set([...parentNames, ...metrics, ...asked.columns])] };
}

async function listMetrics(context: WorkerContext): Promise<string[]> {
	const names = (await listColumns(context)).map(({ name }) => name);
	return names.filter((name) => !columnOf(name).describes);
}

/**
 * The columns that a report does not know: those that are known not to be in one, and of newer ones those that
 * Pinterest does not list for reports.
 */
export async function missingInReports(
	context: WorkerContext,
	columns: readonly string[],
): Promise<string[]> {
	const isNew = (name: string) => isReportColumn(name) && !isSyncColumn(name);
	const listed = columns.some(isNew)
		? await listColumns(context, 'ASYNC').catch((): ListedColumn[] => [])
		: [];
	const names = new Set(listed.map(({ name }) => name));
	return columns.filter(
		(name) => !isReportColumn(name) || (isNew(name) && names.size > 0 && !names.has(name)),
	);
}

/**
 * Why Pinterest refused a request, where it is because of a column that it does not know: which one,
 * and what is most like it. Only then, since Pinterest may know more columns than it lists.
 */
export async function explainedRefusal(
	context: WorkerContext,
	error: unknown,
	columns: readonly string[],
): Promise<unknown> {
	if (!(error instanceof PinterestAdsError) || error.kind !== 'invalid') return error;
	if (error.status === undefined) return error;
	const listed = await listColumns(context).catch(() => []);
	const names = new Set(listed.map(({ name }) => name));
	const unlisted = names.size === 0 ? [] : columns.filter((name) => !names.has(name));
	if (unlisted.length === 0) return error;
	const options = [...names].map((name) => ({ id: name, name }));
	const hints = unlisted.slice(0, MOST_NAMED).map((name) => {
		const [like] = nearest(name, options, 1);
		return `${name}${like === undefined ? '' : ` (did you mean ${like.name}?)`}`;
	});
	return new PinterestAdsError('invalid', error.message, {
		...{ status: error.status, code: error.code, cause: error },
		field: METRICS_FIELDS.columns.label,
		hint: `Pinterest does not list ${unlisted.length === 1 ? 'this column' : 'these columns'}: ${hints.join(', ')}${unlisted.length > MOST_NAMED ? ', …' : ''}. Choose columns from the list.`,
	});
}
