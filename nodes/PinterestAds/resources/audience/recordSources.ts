import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import {
	recordsFromFile,
	recordsFromValue,
	type RecordFileOptions,
	type RecordSourceOptions,
} from '../../../../worker/src/audiences';
import type { FieldReader } from '../../fieldReader';
import type { WorkUnit } from '../../operation';
import { binaryChunks, binaryFileName } from '../../transport/binary';

type Source = Iterable<unknown> | AsyncIterable<unknown>;

/** One audience with all its records. */
export interface AudienceInput {
	readonly audience: IDataObject;
	/** Called by the worker when this audience's turn comes: a bad field is this audience's error alone. */
	readonly records: () => Source;
}

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
): Array<WorkUnit<AudienceInput>> {
	if (itemCount === 0) return [];
	const from = fieldsOf(0).value('recordsFrom');
	if (from === 'items') return fromItems(fieldsOf, itemCount, audienceOf);
	return Array.from({ length: itemCount }, (_, item) => {
		const fields = fieldsOf(item);
		const records = from === 'file' ? inFile(fields, functions) : inField(fields);
		return { items: [item], input: { audience: withoutFileOptions(audienceOf(fields)), records } };
	});
}

/** Each item is one record; items that name the same audience belong together. */
function fromItems(
	fieldsOf: (item: number) => FieldReader,
	itemCount: number,
	audienceOf: (fields: FieldReader) => IDataObject,
): Array<WorkUnit<AudienceInput>> {
	const groups = new Map<string, { items: number[]; records: unknown[]; audience: IDataObject }>();
	for (let item = 0; item < itemCount; item++) {
		const fields = fieldsOf(item);
		const audience = withoutFileOptions(audienceOf(fields));
		const key = JSON.stringify(audience);
		const group = groups.get(key) ?? { items: [], records: [], audience };
		group.items.push(item);
		group.records.push(fields.value('record'));
		groups.set(key, group);
	}
	return [...groups.values()].map(({ items, records, audience }) => ({
		items,
		input: { audience, records: () => records },
	}));
}

const inField = (fields: FieldReader) => () =>
	recordsFromValue(fields.value('records'), fields.pick('path', 'listType') as RecordSourceOptions);

function inFile(fields: FieldReader, functions: IExecuteFunctions): () => Source {
	return () => {
		const field = String(fields.value('binaryField'));
		const options: RecordFileOptions = {
			...fields.collection('options'),
			...fields.pick('column', 'listType'),
			fileName: binaryFileName(functions, fields.item, field),
		};
		return recordsFromFile(binaryChunks(functions, fields.item, field), options);
	};
}

const withoutFileOptions = (audience: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(audience).filter(([name]) => !FILE_OPTIONS.includes(name)));
