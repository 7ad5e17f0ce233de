import { isObject } from '../../client/readers';
import type { Writable } from '../../pinterest/types';
import { isAbsent, type Naming } from '../event/eventIssues';
import { textIn } from '../event/looseValues';
import { snakeCase } from '../event/eventReaders';
import type { Document, Translation } from './translation';

/** What lies at a place of a document: `at(order, 'billing_address.city')`. */
export function at(document: unknown, place: string): unknown {
	let value: unknown = document;
	for (const part of place.split('.')) value = isObject(value) ? value[part] : undefined;
	return value;
}

/** Fields of the one input out of places in a document, which errors then call by these places. */
export class Mapping {
	private readonly document: Document;
	private readonly fields: Writable<Document> = {};
	private readonly places = new Map<string, string>();
	private readonly warnings: string[] = [];
	private readonly unpaid: string[] = [];
	private phoneCountry: unknown;

	constructor(document: Document) {
		this.document = document;
	}

	/** The first of the places that holds something. Where none does, errors name the first. */
	take(field: string, ...places: readonly string[]): void {
		const place = places.find((one) => !isAbsent(at(this.document, one))) ?? places[0];
		this.set(field, at(this.document, place), place);
	}

	/** A value that is made of what the document says. */
	set(field: string, value: unknown, place: string): void {
		this.places.set(field, place);
		if (!isAbsent(value)) this.fields[field] = value;
	}

	/**
	 * An amount that is made of one at a place and others. Where these are not amounts, the error is about
	 * the place, and the value is not silently made of the line items instead. Store credit can take more
	 * off a total than goods are in it: nothing is left of it then.
	 */
	setAmount(field: string, amount: string | undefined, place: string): void {
		const whole = at(this.document, place);
		if (amount?.startsWith('-') && !textIn(whole)?.startsWith('-')) {
			this.warn(`${place}: less taxes and shipping it is below zero; 0 is sent`);
			this.set(field, '0', place);
			return;
		}
		this.set(field, amount === undefined && !isAbsent(whole) ? 'no amount' : amount, place);
	}

	/** The first phone number, and the country beside it: pairs of their places. */
	takePhone(...pairs: ReadonlyArray<readonly [phone: string, country: string]>): void {
		const pair = pairs.find(([place]) => !isAbsent(at(this.document, place))) ?? pairs[0];
		this.set('phone', at(this.document, pair[0]), pair[0]);
		this.phoneCountry = at(this.document, pair[1]);
	}

	warn(message: string): void {
		this.warnings.push(message);
	}

	/** The order is not paid, or not any more. */
	isUnpaid(reason: string): void {
		this.unpaid.push(reason);
	}

	translation(idJoint?: string): Translation {
		const { fields, warnings, unpaid, phoneCountry, places } = this;
		return { fields, warnings, unpaid, phoneCountry, idJoint, nameOf: namingBy(places) };
	}
}

/** As the sender wrote it; what is missing is called what Pinterest calls it: `items[1].price`. */
export const namingBy =
	(written: ReadonlyMap<string, string>): Naming =>
	([field, ...within]) => {
		const name = String(field);
		return within.reduce<string>(
			(path, part) => path + (typeof part === 'number' ? `[${part}]` : `.${part}`),
			written.get(name) ?? snakeCase(name),
		);
	};

/** A list at a place of a document, of which only objects count. */
export function recordsAt(document: unknown, place: string): Document[] {
	const list = at(document, place);
	return Array.isArray(list) ? list.filter(isObject) : [];
}

/** The lines of an order, each as a line item. What is not an object is left as it is, so that it is told of. */
export function linesAt(
	document: unknown,
	place: string,
	lineItem: (line: Document) => object,
): unknown[] {
	const list = at(document, place);
	return Array.isArray(list) ? list.map((line) => (isObject(line) ? lineItem(line) : line)) : [];
}

/** Where shops keep Pinterest's click id (the _epik cookie): among notes and meta data of an order. */
export function clickIdIn(entries: readonly Document[], nameKey: string): unknown {
	return entries.find((entry) => /^_?epik$/i.test(textIn(entry[nameKey]) ?? ''))?.value;
}
