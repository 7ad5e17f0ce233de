import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	type RecordFileOptions,
	type RecordRow,
	type RecordRowOptions,
	recordsFromFile,
	recordsFromRows,
	recordsFromValue,
	type RecordSourceOptions,
} from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import type { WorkUnit } from '../../operation';
import { binaryChunks, binaryFileName } from '../../transport/binary';

type Source = Iterable<unknown> | AsyncIterable<unknown>;

/** One audience with all its records. */
export interface AudienceInput {
	readonly audience: IDataObject;
	/** Called by the worker when this audience's turn comes: a bad field is this audience's error alone. */
	readonly records: (say: Say) => Source;
	/** What was sent before, where the operation asks for it. */
	readonly previous: readonly unknown[];
}

/** Takes what a person should know although it worked. */
type Say = (message: string) => void;

/** Only for the file's own options; the worker knows none of them. */
const FILE_OPTIONS = ['delimiter', 'format', 'hasHeader'];

/**
 * Divides the input items into audiences, as "Records From" says.
 * @param audienceOf what the fields of an item say of its audience
 */
export function audiencesWithRecords(
	fieldsOf: (item: number) => FieldReader,
	itemCount: number,
	functions: IExecuteFunctions,
	audienceOf: (fields: FieldReader) => IDataObject,
	previousOf: (fields: FieldReader) => unknown = () => undefined,
): Array<WorkUnit<AudienceInput>> {
	if (itemCount === 0) return [];
	const from = fieldsOf(0).value('recordsFrom');
	if (from === 'items') return fromItems(fieldsOf, itemCount, audienceOf, previousOf);
	return Array.from({ length: itemCount }, (_, item) => {
		const fields = fieldsOf(item);
		const audience = withoutFileOptions(audienceOf(fields));
		const records =
			from === 'file' ? inFile(fields, functions) : inField(fields, audience.mode === 'mirror');
		return { items: [item], input: { audience, records, previous: [previousOf(fields)] } };
	});
}

/** Each item is one record; items that name the same audience belong together. */
function fromItems(
	fieldsOf: (item: number) => FieldReader,
	itemCount: number,
	audienceOf: (fields: FieldReader) => IDataObject,
	previousOf: (fields: FieldReader) => unknown,
): Array<WorkUnit<AudienceInput>> {
	interface Group {
		readonly audience: IDataObject;
		readonly items: number[];
		readonly rows: RecordRow[];
		readonly previous: unknown[];
	}
	const groups = new Map<string, Group>();
	for (let item = 0; item < itemCount; item++) {
		const fields = fieldsOf(item);
		const audience = withoutFileOptions(audienceOf(fields));
		const key = JSON.stringify(audience);
		const group = groups.get(key) ?? { audience, items: [], rows: [], previous: [] };
		group.items.push(item);
		group.rows.push({ record: fields.value('record'), fields: fields.json() });
		// Nearly always the same for every item: then it counts once, however long it is.
		const previous = previousOf(fields);
		if (!isSameList(group.previous.at(-1), previous)) group.previous.push(previous);
		groups.set(key, group);
	}
	return [...groups.values()].map(({ items, rows, audience, previous }) => {
		const options: RecordRowOptions = {
			listType: audience.listType as RecordRowOptions['listType'],
			complete: audience.mode === 'mirror',
		};
		return {
			items,
			input: { audience, previous, records: (say) => recordsFromRows(rows, options, say) },
		};
	});
}

function isSameList(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
	return one.every((value, n) => value === other[n]);
}

function inField(fields: FieldReader, complete: boolean): (say: Say) => Source {
	return (say) => {
		const options: RecordSourceOptions = { ...fields.pick('path', 'listType'), complete };
		return recordsFromValue(fields.value('records'), options, say);
	};
}

function inFile(fields: FieldReader, functions: IExecuteFunctions): (say: Say) => Source {
	return (say) => {
		const field = String(fields.value('binaryField'));
		const options: RecordFileOptions = {
			...fields.collection('options'),
			...fields.pick('column', 'listType'),
			fileName: binaryFileName(functions, fields.item, field),
		};
		return recordsFromFile(binaryChunks(functions, fields.item, field), options, say);
	};
}

const withoutFileOptions = (audience: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(audience).filter(([name]) => !FILE_OPTIONS.includes(name)));
