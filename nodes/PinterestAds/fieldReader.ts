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
		const entries = names.map((name) => [name, this.value(name)] as const);
		return Object.fromEntries(entries.filter(([, value]) => isFilled(value))) as IDataObject;
	}

	/** A field's value, a picker's as the id. A hidden field, for which n8n would throw, is ''. */
	value(name: string): unknown {
		return locatorValue(this.values.value(name, this.item, ''));
	}

	/** The filled-in fields of an "Add option" collection. */
	collection(name: string): IDataObject {
		const fields = this.values.value(name, this.item, {}) as IDataObject;
		return Object.fromEntries(
			Object.entries(fields)
				.map(([key, value]) => [key, locatorValue(value)] as const)
				.filter(([, value]) => isFilled(value)),
		) as IDataObject;
	}

	/** The whole input item. */
	json(): IDataObject {
		return this.values.json(this.item);
	}
}

function locatorValue(value: unknown): unknown {
	return typeof value === 'object' && value !== null && '__rl' in value && 'value' in value
		? value.value
		: value;
}

const isFilled = (value: unknown) => value !== undefined && value !== null && value !== '';
