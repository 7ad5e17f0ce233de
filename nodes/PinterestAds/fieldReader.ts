import type { IDataObject } from 'n8n-workflow';
import type { FieldValues } from './fieldValues';

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

	/** A field's value, a picker's as the id. A hidden field, for which n8n would throw, is ''. */
	value(name: string): unknown {
		return locatorValue(this.values.value(name, this.item, ''));
	}

	/** The filled-in fields of an "Add option" collection. */
	collection(name: string): IDataObject {
		const fields = this.values.value(name, this.item, {}) as IDataObject;
		const values: IDataObject = {};
		for (const name in fields) {
			const value = locatorValue(fields[name]);
			if (isFilled(value)) values[name] = value;
		}
		return values;
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

/** A picker's value as the id; every other one as it is. */
export function locatorValue(value: unknown): unknown {
	return typeof value === 'object' && value !== null && '__rl' in value && 'value' in value
		? value.value
		: value;
}

const isFilled = (value: unknown): value is NonNullable<IDataObject[string]> =>
	value !== undefined && value !== null && value !== '';
