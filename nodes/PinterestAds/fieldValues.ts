import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** Gives a field's value out of an item's json, or {@link UNREAD}. */
type Read = (json: IDataObject) => unknown;

/** What n8n has to say instead. */
const UNREAD = Symbol('unread');

/**
 * The values of the node's fields, for all its items. n8n takes about 0.4 ms for an expression, and
 * for a fixed value it goes through the whole form, which over a thousand items and a dozen fields
 * adds up to seconds. So a fixed value is asked for once, and what only names a field of the item, as
 * dragging one into the form writes it (`{{ $json.email }}`), is taken from the item itself. Every
 * other expression n8n evaluates.
 */
export class FieldValues {
	readonly functions: IExecuteFunctions;
	private readonly items: ReadonlyArray<{ readonly json: IDataObject }>;
	private readonly readers = new Map<string, Read>();

	constructor(functions: IExecuteFunctions) {
		this.functions = functions;
		this.items = functions.getInputData();
	}

	get itemCount(): number {
		return this.items.length;
	}

	json(item: number): IDataObject {
		return this.items[item].json;
	}

	/** @param absent the value of a hidden field, for which n8n would throw */
	value(name: string, item: number, absent: unknown): unknown {
		const read = this.readers.get(name) ?? this.readerOf(name, absent);
		const value = read(this.json(item));
		return value === UNREAD ? this.functions.getNodeParameter(name, item, absent) : value;
	}

	private readerOf(name: string, absent: unknown): Read {
		const written = this.functions.getNodeParameter(name, 0, absent, { rawExpressions: true });
		const read = isFixed(written) ? this.always(name, absent) : (readerFor(written) ?? unread);
		this.readers.set(name, read);
		return read;
	}

	private always(name: string, absent: unknown): Read {
		const value: unknown = this.functions.getNodeParameter(name, 0, absent);
		return () => value;
	}
}

const unread: Read = () => UNREAD;

/** As n8n tells an expression from a text. */
const isExpression = (text: string) => text.startsWith('=');

function isFixed(written: unknown): boolean {
	if (typeof written === 'string') return !isExpression(written);
	if (typeof written !== 'object' || written === null) return true;
	return Object.entries(written).every(([key, value]) => !isExpression(key) && isFixed(value));
}

/** @returns undefined where some part of it is more than a reference to the item */
function readerFor(written: unknown): Read | undefined {
	if (isFixed(written)) return () => written;
	if (typeof written === 'string') return referenceIn(written);
	const parts = Object.entries(written as object).map(
		([key, value]) => [key, isExpression(key) ? undefined : readerFor(value)] as const,
	);
	if (Array.isArray(written) || parts.some(([, read]) => read === undefined)) return undefined;
	return (json) => {
		const values: IDataObject = {};
		for (const [key, read] of parts) {
			const value = read?.(json);
			if (value === UNREAD) return UNREAD;
			values[key] = value as IDataObject;
		}
		return values;
	};
}

const STEP = /\??\.([A-Za-z_$][\w$]*)|(?:\?\.)?\[(?:"([^"\\]*)"|'([^'\\]*)'|(\d+))\]/y;

/** `={{ $json.customer["first name"] }}` and `={{ $json }}`; nothing before, after or around it. */
function referenceIn(expression: string): Read | undefined {
	const inside = /^=\{\{\s*\$json\b([^{}]*)\}\}$/.exec(expression)?.[1].trimEnd();
	if (inside === undefined) return undefined;
	const path: string[] = [];
	STEP.lastIndex = 0;
	while (STEP.lastIndex < inside.length) {
		const step = STEP.exec(inside);
		if (step === null) return undefined;
		path.push(step[1] ?? step[2] ?? step[3] ?? step[4]);
	}
	return (json) => valueAt(json, path);
}

function valueAt(json: IDataObject, path: readonly string[]): unknown {
	let value: unknown = json;
	for (const [step, key] of path.entries()) {
		if (!isPlain(value)) return UNREAD;
		if (Object.hasOwn(value, key)) value = Reflect.get(value, key);
		else return step === path.length - 1 && !(key in value) ? undefined : UNREAD;
	}
	return typeof value !== 'object' || value === null || isPlain(value) ? value : UNREAD;
}

/** Dates and the like become what n8n's expression engine makes of them. */
function isPlain(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
