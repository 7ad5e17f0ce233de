import type { IDataObject } from 'n8n-workflow';
import type { ErrorRow } from '../../../worker/src';

/** The rows among items that a Data Table node gave: it may have given its error, or an empty item for none. */
export const rowsIn = (items: readonly IDataObject[]): ErrorRow[] =>
	items.filter(isWritten) as unknown as ErrorRow[];

/** Whether it came out of a table, and is not what was to go into it: n8n hands that on where writing failed. */
export const isWritten = ({ id, updatedAt }: IDataObject): boolean =>
	id !== undefined && updatedAt !== undefined;
