/** How many rows are removed in one step. */
export const ROWS_AT_ONCE = 25;

/** The IDs of rows that are removed in one step, as fields `row_1`, `row_2` and so on. */
export type RowsAtOnce = Readonly<Record<string, number>>;

/**
 * IDs in records of the same fields, for a step that asks for each of them by its name. A record of fewer rows
 * names its last one again.
 */
export function rowsAtOnce(ids: readonly number[]): RowsAtOnce[] {
	const groups = Array.from({ length: Math.ceil(ids.length / ROWS_AT_ONCE) }, (_, n) =>
		ids.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE),
	);
	return groups.map((group) =>
		Object.fromEntries(
			Array.from({ length: ROWS_AT_ONCE }, (_, n) => [
				`row_${n + 1}`,
				group[Math.min(n, group.length - 1)],
			]),
		),
	);
}
