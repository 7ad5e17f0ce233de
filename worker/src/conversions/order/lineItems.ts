import type { JsonObject } from '../../client/readers';
import type { Content, Writable } from '../../pinterest/types';
import { isObject } from '../../client/readers';
import { isAbsent, isFieldName, type EventIssues } from '../event/eventIssues';
import { negativeIn, termOf, timesIn, totalOf, type Terms } from './lineWorth';
import { namesOf, tableOf } from '../event/eventField';
import { givenName, put, opened } from '../event/eventReaders';
import { LINE_ITEM_FIELDS } from './lineItemFields';

const LINE_ITEM = tableOf<Content>(LINE_ITEM_FIELDS);
const KNOWN: ReadonlySet<string> = new Set(namesOf(LINE_ITEM_FIELDS));
const PRICE = ['price', 'item_price'];

/** The line items of an event, and what they tell of it. */
export interface LineItems {
	/** As Pinterest takes them. */
	readonly contents: readonly Content[];
	/** Price times quantity of all, exactly; undefined where one is not known. */
	readonly value?: string;
	/** Whether there would be a value if all that is given could be read. */
	readonly isValueLost: boolean;
	/** How many pieces they are; undefined where that is more than can be counted. */
	readonly numItems?: number;
	/** All products' ids; none where one is missing, since the rest would pass for the whole. */
	readonly contentIds?: string[];
}

const NO_LINE = 'must be a line item: an object with id, name, price, quantity, category, brand';
const IS_NEGATIVE =
	'is negative, so the line is not a product; it is left out, and taken off where the value is made of the line items';

/**
 * A list of line items, or one; also as JSON in a text. An event counts without a line, or without what
 * cannot be read of one: that is left out with a warning.
 * @returns undefined where there is nothing to send
 */
export function readLineItems(
	value: unknown,
	field: string,
	issues: EventIssues,
): LineItems | undefined {
	const list = opened(value);
	if (!Array.isArray(list) && !isObject(list)) {
		issues.problem(field, NO_LINE, 0);
		return undefined;
	}
	const lines: readonly unknown[] = Array.isArray(list) ? list : [list];
	return issues.ofDispensable(() => {
		const reading = new Reading(field, issues);
		for (let position = 0; position < lines.length; position++) {
			reading.add(lines[position], position);
		}
		return reading.end();
	});
}

/** Up to so many ids are looked through faster than a set of them is made. */
const FEW = 8;

/** Goes through the lines once, however many there are. */
class Reading {
	private readonly field: string;
	private readonly issues: EventIssues;
	private readonly contents: Content[] = [];
	private unknown?: Set<string>;
	private terms: Terms | undefined = [];
	private isValueLost = false;
	private pieces = 0;
	private readonly ids: string[] = [];
	/** The same, where there are many. */
	private idSet?: Set<string>;
	private isIdMissing = false;

	constructor(field: string, issues: EventIssues) {
		this.field = field;
		this.issues = issues;
	}

	add(line: unknown, position: number): void {
		if (!isObject(line)) {
			this.issues.problem(this.field, NO_LINE, position);
			// It may have been a product like the others: they are not the whole.
			this.terms = undefined;
			this.isValueLost = true;
			this.isIdMissing = true;
			return;
		}
		for (const name in line) if (!KNOWN.has(name)) (this.unknown ??= new Set()).add(name);
		const priceName = givenName(PRICE, line);
		const discount = priceName === undefined ? undefined : negativeIn(line[priceName]);
		if (discount !== undefined) {
			this.issues.warn(this.field, IS_NEGATIVE, position, priceName);
			this.weigh(discount, line.quantity, true);
			return;
		}
		const content = this.contentOf(line, position);
		if (Object.keys(content).length === 0) return;
		this.contents.push(content);
		this.count(content, line.quantity);
		this.weigh(content.item_price, line.quantity, priceName !== undefined);
	}

	private contentOf(line: JsonObject, position: number): Content {
		const content: Writable<Content> = {};
		for (const field of LINE_ITEM) {
			const name = givenName(field.names, line);
			if (name === undefined) continue;
			const form = field.read(line[name], this.field, this.issues, position, name);
			if (form !== undefined) put(content, field, form);
		}
		return content;
	}

	/** One piece where no whole number says it (1.5 metres of cloth), none of what was given back. */
	private count({ id, quantity }: Content, given: unknown): void {
		if (quantity !== undefined) this.pieces += quantity;
		else if (isAbsent(given) || !((timesIn(given)?.units ?? 1) < 0)) this.pieces++;
		if (id === undefined) this.isIdMissing = true;
		else if (!this.hasId(id)) this.ids.push(id);
	}

	private hasId(id: string): boolean {
		if (this.ids.length < FEW) return this.ids.includes(id);
		this.idSet ??= new Set(this.ids);
		if (this.idSet.has(id)) return true;
		this.idSet.add(id);
		return false;
	}

	private weigh(price: unknown, quantity: unknown, hasPrice: boolean): void {
		const times = isAbsent(quantity) ? ONCE : timesIn(quantity);
		const term =
			typeof price === 'string' && times !== undefined ? termOf(price, times) : undefined;
		if (term === undefined) this.terms = undefined;
		else this.terms?.push(term);
		if (term === undefined && hasPrice) this.isValueLost = true;
	}

	end(): LineItems | undefined {
		const { contents, unknown, terms, pieces } = this;
		if (unknown) this.issues.warn(this.field, leftOut(unknown));
		if (contents.length === 0) return undefined;
		const value = terms && totalOf(terms);
		return {
			contents,
			value,
			isValueLost: this.isValueLost || (terms !== undefined && value === undefined),
			numItems: Number.isSafeInteger(pieces) ? pieces : undefined,
			contentIds: this.isIdMissing ? undefined : this.ids,
		};
	}
}

const ONCE = { units: 1, decimals: 0 };

const leftOut = (unknown: ReadonlySet<string>) => {
	const names: string[] = [];
	for (const name of unknown) {
		if (names.length === 5) break;
		if (isFieldName(name)) names.push(name);
	}
	return `known of each are id, name, price, quantity, category and brand; left out ${names.length < unknown.size ? 'others' : names.join(', ')}`;
};
