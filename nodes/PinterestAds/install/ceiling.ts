import { CONNECTION, NOT_CONNECTED_YET } from '../../../worker/src';
import { get, isGood, patch, post, tryAll } from './asking';
import { wordsOf } from './faults';
import type { Answer, Script } from './types';

const MAIN = {
	type: 'and',
	filters: [
		{ columnName: 'connection_key', condition: 'eq', value: NOT_CONNECTED_YET.connection_key },
	],
};

/**
 * Gives the connection the ceiling for launches, unless it has one.
 * @param tables the ids of the tables by their names
 * @param ceiling undefined where none was entered
 * @returns n8n's words where it could not be written: nothing else depends on it
 */
export function* setCeiling(
	tables: ReadonlyMap<string, string>,
	ceiling: number | undefined,
): Script<string | undefined> {
	if (ceiling === undefined) return undefined;
	const rows = `/data-tables/${tables.get(CONNECTION.name)}/rows`;
	const filter = encodeURIComponent(JSON.stringify(MAIN));
	const [found] = yield* tryAll([get(`${rows}?filter=${filter}`)]);
	if (!isGood(found)) return wordsOf(found);
	const [row] = rowsIn(found);
	const data = { max_daily_budget: ceiling };
	if (typeof row?.max_daily_budget === 'number') return undefined;
	const [written] = yield* tryAll([
		row
			? patch(`${rows}/update`, { filter: MAIN, data })
			: post(rows, { data: [{ ...NOT_CONNECTED_YET, ...data }] }),
	]);
	return isGood(written) ? undefined : wordsOf(written);
}

const rowsIn = ({ body }: Answer) =>
	(body as { data?: ReadonlyArray<{ readonly max_daily_budget?: unknown }> }).data ?? [];
