import type { ConnectionState } from '../../connection';
import type { ColumnsOf, CONNECTION } from '../tables';
import type { KnownConnection } from './gate';

/** What is written to the row of the connection. */
export type ConnectionColumns = ColumnsOf<typeof CONNECTION>;

/** The row that there is, as far as it is known; nothing where there is none yet. */
export type KnownRow = KnownConnection | undefined;

/** The row that everything works with. Others only allow callers to name their ad accounts. */
export const MAIN_KEY = 'main';

/** A row with a status that nobody knows, which only a person can have written, lets nothing run. */
export function stateOf(row: KnownRow): ConnectionState {
	const status = row?.status;
	return status === 'active' || status === 'unauthorized' ? status : 'inactive';
}

export const iso = (time: number): string => new Date(time).toISOString();
