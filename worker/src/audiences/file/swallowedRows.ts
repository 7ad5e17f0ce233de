import { holdsRecords } from '../identifiers/cellRecords';
import type { ListType } from '../listTypes';

/** What cells over several lines hold, where a missing quotation mark may have made one of many rows. */
export type Swallowed =
	/** No record. */
	| 'nothing'
	/** Records in a text, such as a note. */
	| 'records'
	/** A record in a line that is divided like the table is. */
	| 'cells'
	/** A line that is a row of the table, down to the record in its place. */
	| 'rows';

const ORDER: readonly Swallowed[] = ['nothing', 'records', 'cells', 'rows'];

/**
 * @param spans cells over several lines
 * @param column where the table has its records, from 0
 * @param width how many cells its rows have
 */
export function swallowedIn(
	spans: readonly string[],
	delimiter: string,
	column: number,
	width: number,
	listType: ListType,
): Swallowed {
	let worst = 0;
	for (const span of spans) {
		for (const line of span.split('\n')) {
			const cells = line.split(delimiter);
			const isRow =
				cells.length === width && width > 1 && holdsRecords(cells[column] ?? '', listType);
			const found = isRow
				? 'rows'
				: !cells.some((cell) => holdsRecords(cell, listType))
					? 'nothing'
					: cells.length > 1
						? 'cells'
						: 'records';
			worst = Math.max(worst, ORDER.indexOf(found));
		}
	}
	return ORDER[worst];
}
