import type { Writable } from '../pinterest/types';

/** Something in an answer that nobody can read. Its message completes "Pinterest’s answer holds …". */
export class Unreadable extends Error {
	override readonly name = 'Unreadable';
}

/**
 * Makes what the worker goes on with of a part of an answer. An answer is data from outside: whoever calls
 * Pinterest names the reader of what comes back.
 * @throws Unreadable
 */
export type Reader<T> = (value: unknown) => T;

/** How one field is read. */
export interface Field<T> {
	/** Undefined for what it cannot be. Never asked about null, which is the same as missing. */
	read(value: unknown): T | undefined;
	/** Completes "whose name is …" where it cannot be read. */
	readonly odd: string;
	/** Completes "without …": it has to be there. */
	readonly required?: string;
}

/** An object of JSON, of whose fields nothing is known yet: input, a shop's order, an answer before its reader. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The digits of an ID. A number that has lost its last ones is none. */
export function idOf(value: unknown): string | undefined {
	if (typeof value === 'number') {
		return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
	}
	return typeof value === 'string' && /^\d{1,32}$/.test(value) ? value : undefined;
}

/** A plain value as text; '' for an object or a list, which have none. */
export const plainText = (value: unknown): string =>
	typeof value === 'object' || value === undefined ? '' : String(value as string | number);

/** As far as `Date` goes. */
const LAST_SECOND = 8.64e12;

export const idField: Field<string> = { read: idOf, odd: 'not an ID' };
export const ownId: Field<string> = { ...idField, required: 'an ID' };
export const textField: Field<string> = {
	read: (value) => (typeof value === 'string' ? value : undefined),
	odd: 'not text',
};
export const numberField: Field<number> = {
	read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
	odd: 'not a number',
};
export const flagField: Field<boolean> = {
	read: (value) => (typeof value === 'boolean' ? value : undefined),
	odd: 'neither true nor false',
};
/** Unix seconds. */
export const secondsField: Field<number> = {
	read: (value) => {
		const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
		const isTime = typeof number === 'number' && Math.abs(number) <= LAST_SECOND;
		return isTime ? number : undefined;
	},
	odd: 'not a time',
};

export const needed = <T>(field: Field<T>, what: string): Field<T> => ({
	...field,
	required: what,
});

/** A list of which every element can be read. */
export const listField = <T>(element: Field<T>, odd: string): Field<T[]> => ({
	read: (value) => {
		if (!Array.isArray(value)) return undefined;
		const read = value.map((one: unknown) => element.read(one));
		return read.some((one) => one === undefined) ? undefined : (read as T[]);
	},
	odd,
});

/** An object within an object. */
export const objectField = <T>(read: Reader<T>): Field<T> => ({ read, odd: 'not an object' });

/**
 * Reads an object; fields that are not named stay as they came.
 * @param what with its article, for messages: "an audience"
 */
export function objectOf<T extends object>(
	what: string,
	fields: { readonly [Name in keyof T]?: Field<NonNullable<T[Name]>> },
): Reader<T> {
	const known = Object.entries(fields) as Array<[string, Field<unknown>]>;
	return (value) => {
		if (!isObject(value)) throw new Unreadable(`no object where ${what} should be`);
		const read: Writable<JsonObject> = { ...value };
		for (const [name, field] of known) {
			const given = value[name];
			if (given === undefined || given === null) {
				if (field.required !== undefined) throw new Unreadable(`${what} without ${field.required}`);
				continue;
			}
			read[name] = field.read(given);
			if (read[name] === undefined) throw new Unreadable(`${what} whose ${name} is ${field.odd}`);
		}
		return read as T;
	};
}

/**
 * Reads the one that was asked for by its ID: another one in its place is never taken for it.
 * @param what without its article, for messages: "audience"
 */
export const theOne =
	<T extends { readonly id?: string | null }>(
		what: string,
		id: string,
		read: Reader<T>,
	): Reader<T> =>
	(value) => {
		const one = read(value);
		if (one.id === undefined || one.id === null || one.id === id) return one;
		throw new Unreadable(`the ${what} ${one.id} instead of the ${what} ${id}`);
	};

/** What of an object can be read: an odd field costs only itself. */
export function readableOf(
	value: JsonObject,
	fields: Readonly<Record<string, Field<unknown>>>,
): JsonObject {
	const isReadable = ([name, given]: [string, unknown]) =>
		given === undefined ||
		given === null ||
		!Object.hasOwn(fields, name) ||
		canRead(fields[name], given);
	return Object.fromEntries(Object.entries(value).filter(isReadable));
}

/** Anything else that was thrown is a defect. */
function unreadableIn(error: unknown): Unreadable {
	if (error instanceof Unreadable) return error;
	throw error;
}

function canRead({ read }: Field<unknown>, value: unknown): boolean {
	try {
		return read(value) !== undefined;
	} catch (error) {
		unreadableIn(error);
		return false;
	}
}

/** Reads a list, element by element. */
export const arrayOf =
	<T>(element: Reader<T>): Reader<T[]> =>
	(value) => {
		if (!Array.isArray(value)) throw new Unreadable('no list');
		return value.map(element);
	};

/** The list of elements in `items`, where Pinterest gives no pages. */
export const itemsOf =
	<T>(element: Reader<T>): Reader<T[]> =>
	(value) =>
		arrayOf(element)(isObject(value) ? value.items : undefined);

export interface Page<T> {
	readonly items: readonly T[];
	/** Where the next page begins; missing on the last one. */
	readonly bookmark?: string;
	/** The first element that could not be read: it is not among the items. */
	readonly odd?: Unreadable;
}

/** A page of a list. */
export const pageOf =
	<T>(element: Reader<T>): Reader<Page<T>> =>
	(value) => {
		const { bookmark, items } = isObject(value) ? value : {};
		if (!Array.isArray(items)) throw new Unreadable('no list');
		const page = elementsOf(items, element);
		if (bookmark === undefined || bookmark === null || bookmark === '') return page;
		if (typeof bookmark !== 'string') throw new Unreadable('a page marker that is not text');
		return { ...page, bookmark };
	};

function elementsOf<T>(all: readonly unknown[], element: Reader<T>): Page<T> {
	const items: T[] = [];
	let odd: Unreadable | undefined;
	for (const one of all) {
		try {
			items.push(element(one));
		} catch (error) {
			odd ??= unreadableIn(error);
		}
	}
	return odd === undefined ? { items } : { items, odd };
}

/** For what is read elsewhere, piece by piece. */
export const asItCame: Reader<unknown> = (value) => value;
