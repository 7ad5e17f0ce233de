import type { IExecuteFunctions } from 'n8n-workflow';
import {
	applies,
	deviceIdField,
	PinterestAdsError,
	syncAudienceInput,
	type ListType,
	type RecordFileOptions,
	type RecordRow,
	recordsFromFile,
	recordsFromRows,
	recordsFromValue,
	type RecordSource,
} from '../../../../worker/src';
import type { FieldReader } from '../../fieldReader';
import type { WorkUnit } from '../../operation';
import { binaryChunks, binaryFileName } from '../../transport/binary';

/** One audience with all its records. */
export interface AudienceInput<Audience> {
	readonly audience: Audience;
	/** Called by the worker when this audience's turn comes: a bad field is this audience's error alone. */
	readonly records: Source;
	/** What was sent before, where the operation asks for it. */
	readonly previous: readonly unknown[];
}

type Source = Extract<RecordSource, (...given: never) => unknown>;

/** Only for the file itself; the worker's tasks know none of them. */
type FileOptions = Pick<RecordFileOptions, 'delimiter' | 'format' | 'hasHeader'>;

/** What is read of an item that says how its records are meant. */
interface Given extends FileOptions {
	/** Of Input Items only: where a device ID is, to be sent along with the address. */
	readonly deviceIdField?: string | null;
	readonly listType?: ListType | null;
	readonly mode?: string | null;
}

type Audience<G> = Omit<G, keyof FileOptions | 'deviceIdField'> & {
	readonly multipleIdentifiers?: true;
};

interface Reading<G> {
	fieldsOf(item: number): FieldReader;
	readonly itemCount: number;
	readonly functions: IExecuteFunctions;
	/** What the fields of an item say of its audience, and of a file. */
	read(fields: FieldReader): G;
	previousOf?(fields: FieldReader): unknown;
}

/** Divides the input items into audiences, as "Records From" says. */
export function audiencesWithRecords<G extends Given>(
	reading: Reading<G>,
): Array<WorkUnit<AudienceInput<Audience<G>>>> {
	const { fieldsOf, itemCount, functions, read, previousOf } = reading;
	if (itemCount === 0) return [];
	const from = fieldsOf(0).value('recordsFrom');
	if (from === 'items') return fromItems(reading);
	return Array.from({ length: itemCount }, (_, item) => {
		const fields = fieldsOf(item);
		const given = read(fields);
		const { audience, file } = divided(given);
		const source = () =>
			from === 'file' ? inFile(fields, functions, file) : inField(fields, isComplete(given));
		const records = given.deviceIdField ? onlyOfItems : source();
		return { items: [item], input: { audience, records, previous: [previousOf?.(fields)] } };
	});
}

const divided = <G extends Given>({
	delimiter,
	format,
	hasHeader,
	deviceIdField,
	...audience
}: G) => ({
	audience: {
		...audience,
		...(deviceIdField ? { multipleIdentifiers: true as const } : {}),
	} satisfies Audience<G>,
	file: { delimiter, format, hasHeader } satisfies FileOptions,
});

/** However an expression spells it. */
export const isMirror = (mode: unknown): boolean =>
	applies(syncAudienceInput.fields, 'previousRecords', () => mode);

const isComplete = ({ mode }: Given) => isMirror(mode);

/** Each item is one record; items that name the same audience belong together. */
function fromItems<G extends Given>({
	fieldsOf,
	itemCount,
	read,
	previousOf,
}: Reading<G>): Array<WorkUnit<AudienceInput<Audience<G>>>> {
	interface Group {
		readonly given: G;
		readonly audience: Audience<G>;
		readonly items: number[];
		readonly rows: RecordRow[];
		readonly previous: unknown[];
	}
	const groups = new Map<string, Group>();
	for (let item = 0; item < itemCount; item++) {
		const fields = fieldsOf(item);
		const given = read(fields);
		const { audience } = divided(given);
		const key = JSON.stringify(audience);
		const group = groups.get(key) ?? { given, audience, items: [], rows: [], previous: [] };
		group.items.push(item);
		group.rows.push({ record: fields.value('record'), fields: fields.json() });
		// Nearly always the same for every item: then it counts once, however long it is.
		const previous = previousOf?.(fields);
		if (!isSameList(group.previous.at(-1), previous)) group.previous.push(previous);
		groups.set(key, group);
	}
	return [...groups.values()].map(({ items, rows, given, audience, previous }) => {
		const { listType, deviceIdField } = given;
		const options = { listType, deviceIdField, complete: isComplete(given) };
		return {
			items,
			input: { audience, previous, records: (say) => recordsFromRows(rows, options, say) },
		};
	});
}

const onlyOfItems: Source = () => {
	const { label } = deviceIdField;
	throw new PinterestAdsError(
		'invalid',
		`${label}: a device ID is taken along only where Records From is Input Items.`,
		{ field: label, hint: 'Choose Input Items, or leave the field empty.' },
	);
};

function isSameList(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
	return one.every((value, n) => value === other[n]);
}

const inField =
	(fields: FieldReader, complete: boolean): Source =>
	(say) =>
		recordsFromValue(
			fields.value('records'),
			{ ...fields.pick('path', 'listType'), complete },
			say,
		);

const inFile =
	(fields: FieldReader, functions: IExecuteFunctions, file: FileOptions): Source =>
	(say) => {
		const field = fields.text('binaryField');
		const options: RecordFileOptions = {
			...file,
			...fields.pick('column', 'listType'),
			fileName: binaryFileName(functions, fields.item, field),
		};
		return recordsFromFile(binaryChunks(functions, fields.item, field), options, say);
	};
