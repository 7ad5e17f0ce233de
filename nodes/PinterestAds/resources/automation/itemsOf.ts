import type { FieldReader } from '../../fieldReader';
import type { WorkUnit } from '../../operation';

/** All items together as one unit of work: the rows of a table. The fields are those of the first. */
export function itemsOf<Row, Input>(
	fieldsOf: (item: number) => FieldReader,
	itemCount: number,
	input: (rows: readonly Row[], reader: FieldReader) => Input,
): Array<WorkUnit<Input>> {
	const items = Array.from({ length: itemCount }, (_, item) => item);
	const rows = items.map((item) => fieldsOf(item).json() as Row);
	return [{ items, input: input(rows, fieldsOf(0)) }];
}
