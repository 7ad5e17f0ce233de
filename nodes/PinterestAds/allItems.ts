import type { IDataObject } from 'n8n-workflow';
import type { FieldReader } from './fieldReader';
import type { WorkUnit } from './operation';

/** One unit of work out of all items, such as the rows of a table; the fields are those of the first. */
export function allItems<Input, Row = IDataObject>(
	fieldsOf: (item: number) => FieldReader,
	itemCount: number,
	inputOf: (rows: Row[], fields: FieldReader) => Input,
): Array<WorkUnit<Input>> {
	if (itemCount === 0) return [];
	const items = Array.from({ length: itemCount }, (_, item) => item);
	const rows = items.map((item) => fieldsOf(item).json() as Row);
	return [{ items, input: inputOf(rows, fieldsOf(0)) }];
}
