import type { IDataObject } from 'n8n-workflow';
import type { FieldValues } from './fieldValues';
import { ENTRIES, GROUP } from './form/fixedCollection';

/** Reads the node's fields for one item. Field names are the worker's input names. */
export class FieldReader {
	readonly item: number;
	private readonly values: FieldValues;

	constructor(values: FieldValues, item: number) {
		this.values = values;
		this.item = item;
	}

	/** The values of these fields, by name; a field that is hidden or left empty is left out. */
	pick(...names: string[]): IDataObject {
		const values: IDataObject = {};
		for (const name of names) {
			const value = this.value(name);
			if (isFilled(value)) values[name] = value;
		}
		return values;
	}

	/** A field's value: a picker's as the ID, a fixed collection's as what is in it. A hidden field, for which n8n would throw, is ''. */
	value(name: string): unknown {
		return formValue(this.values.value(name, this.item, ''));
	}

	/** The same as text; '' for a list or an object, which an expression may give. */
	text(name: string): string {
		return textOf(this.value(name));
	}

	/** The filled-in fields of an "Add option" collection. */
	collection(name: string): IDataObject {
		return filledIn(this.values.value(name, this.item, {}) as IDataObject);
	}

	/** The node's. */
	get version(): number {
		return this.values.functions.getNode().typeVersion;
	}

	/** For `limitFields`: how many results at most, or nothing where all are asked for. */
	limit(): IDataObject {
		return this.value('returnAll') ? {} : this.pick('limit');
	}

	/** The whole input item. */
	json(): IDataObject {
		return this.values.json(this.item);
	}
}

/** The fields that are filled in, each as {@link formValue} has it. */
export function filledIn(fields: IDataObject): IDataObject {
	const values: IDataObject = {};
	for (const name in fields) {
		const value = formValue(fields[name]);
		if (isFilled(value)) values[name] = value;
	}
	return values;
}

/** A picker's value as the ID, a fixed collection's as the group or list that is in it; every other one as it is. */
export function formValue(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	if ('__rl' in value && 'value' in value) return value.value;
	const [inside, ...others] = Object.keys(value);
	if (others.length > 0) return value;
	const held: unknown = Reflect.get(value, inside);
	if (inside === GROUP && isObject(held)) return filledIn(held);
	if (inside !== ENTRIES || !Array.isArray(held)) return value;
	return held.length === 0 ? undefined : held.map((one: IDataObject) => filledIn(one));
}

/** Not every object can be made a text of, and none says anything as one. */
export const textOf = (value: unknown): string =>
	['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isFilled = (value: unknown): value is NonNullable<IDataObject[string]> =>
	value !== undefined && value !== null && value !== '';
