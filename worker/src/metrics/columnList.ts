import { nearest } from '../campaigns/nearNames';
import { clientOf } from '../client/client';
import { PinterestAdsError } from '../client/errors';
import { isObject, itemsOf } from '../client/readers';
import type { WorkerContext } from '../context';
import { columnOf, COLUMNS_FIELD } from './columns';
import type { Level } from './levels';

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

const known = new WeakMap<WorkerContext, Promise<ListedColumn[]>>();

/**
 * The columns of ads that the synchronous endpoints give; asked for once per context. Operation
 * `delivery_metrics/get`.
 */
export async function listColumns(context: WorkerContext): Promise<ListedColumn[]> {
	const pending = known.get(context) ?? fetchColumns(context);
	known.set(context, pending);
	try {
		return await pending;
	} finally {
		// A failure must not stay: the next item may find the network back.
		pending.catch(() => known.delete(context));
	}
}

async function fetchColumns(context: WorkerContext): Promise<ListedColumn[]> {
	const columns = await clientOf(context).call(
		{
			method: 'GET',
			path: '/resources/delivery_metrics',
			query: { report_type: 'SYNC' },
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
	T extends { readonly columnPreset?: string; readonly columns: readonly string[] },
>(context: WorkerContext, { parentNames }: Level, asked: T): Promise<T> {
	const metrics = asked.columnPreset === 'all' ? await listMetrics(context) : [];
	return { ...asked, columns: [...new Set([...parentNames, ...metrics, ...asked.columns])] };
}

async function listMetrics(context: WorkerContext): Promise<string[]> {
	const names = (await listColumns(context)).map(({ name }) => name);
	return names.filter((name) => !columnOf(name).describes);
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
	const hints = unlisted.map((name) => {
		const [like] = nearest(name, options, 1);
		return `${name}${like === undefined ? '' : ` (did you mean ${like.name}?)`}`;
	});
	return new PinterestAdsError('invalid', error.message, {
		...{ status: error.status, code: error.code, cause: error },
		field: COLUMNS_FIELD,
		hint: `Pinterest does not list ${unlisted.length === 1 ? 'this column' : 'these columns'}: ${hints.join(', ')}. Choose columns from the list.`,
	});
}
