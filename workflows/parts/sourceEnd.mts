import { at, decide, fields, isFilled, stop } from '../builder/index.mts';

/** How a source of contacts ends: with the problem that it has found, or with one record for each contact. */
export const sourceEnd = (column: number, row: number) => ({
	isSomethingWrong: decide(
		'Is something wrong?',
		at(column, row),
		isFilled('={{ $json.problem }}'),
	),
	sayWhat: stop('Say what', at(column + 1, row - 1), '={{ $json.problem }}'),
	recordOnly: fields('Record only', at(column + 1, row + 1), [], ['record']),
});
