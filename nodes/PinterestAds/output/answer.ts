import type { IDataObject } from 'n8n-workflow';
import { inCurrency } from '../../../worker/src';

/**
 * What the answers of an operation hold, by the names of their fields: which of them somebody reads first, and in which
 * order. IDs come last by themselves, warnings are never left out, and what is not there is left out.
 */
export interface Answer {
	/** Of an answer of more than ten fields: the ten at most that are given where it is simplified. */
	readonly simplified?: readonly string[];
	/** Of a shorter answer: what it begins with. */
	readonly first?: readonly string[];
	/** Where somebody has chosen what there is: what is left out nevertheless, and the only thing. */
	readonly leftOut?: readonly string[];
	/** What else there may be, so that it can be chosen. */
	readonly others?: readonly string[];
	/** Whether there may be more than is declared, as columns that somebody asks for. */
	readonly isOpen?: boolean;
	/** Amounts in micro-currency, each with the field beside it that has it in currency. */
	readonly amounts?: Readonly<Record<string, string>>;
	/** What is also given at the top, and where it comes from: `{ name: ['campaign', 'name'] }`. */
	readonly lifted?: Readonly<Record<string, readonly [string, string]>>;
	/** Records, or lists of them, inside of it. */
	readonly within?: Readonly<Record<string, Answer>>;
}

/** How much of an answer is given; a list of fields is what somebody has chosen. */
export type Extent = 'raw' | 'simplified' | readonly string[];

/** Every field that is declared, in the order of a whole answer. */
export const fieldsOfAnswer = (answer: Answer): string[] => {
	const { simplified = [], first = [], others = [], amounts = {}, lifted = {} } = answer;
	const declared = [...simplified, ...first, ...Object.keys(lifted), ...others];
	return idsLast([...new Set([...declared, ...Object.keys(amounts), ...Object.values(amounts)])]);
};

/**
 * What becomes of a record, whose values stay as they are. Records of one kind have the same fields, and there may be
 * 100,000 of them: which fields are given is found out once.
 */
export function givenAs(answer: Answer, extent: Extent): (record: IDataObject) => IDataObject {
	const known = new Map<string, string[]>();
	return (record) => {
		const whole = completed(record, answer);
		const names = Object.keys(whole);
		const key = names.join();
		const wanted = known.get(key) ?? namesIn(names, answer, extent);
		known.set(key, wanted);
		const given: IDataObject = {};
		for (const name of wanted) given[name] = whole[name];
		if (isUnsaid(given.warnings, extent)) delete given.warnings;
		return given;
	};
}

/** Somebody who has chosen the fields need not be told that there is nothing to tell. */
const isUnsaid = (warnings: IDataObject[string], extent: Extent) =>
	Array.isArray(extent) && !extent.includes('warnings') && isEmpty(warnings);

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

function namesIn(there: readonly string[], answer: Answer, extent: Extent): string[] {
	const { simplified = [], first = [], leftOut } = answer;
	const begins = [...simplified, ...first];
	if (extent === 'raw') return inOrder(there, [...begins, ...there]);
	if (extent !== 'simplified') return inOrder(there, [...extent, 'warnings', 'id']);
	if (leftOut) return inOrder(there, [...begins, ...there]).filter((one) => !leftOut.includes(one));
	return tenAtMost(inOrder(there, [...simplified, 'warnings']));
}

/** Those that are there, each once. */
const inOrder = (there: readonly string[], wanted: readonly string[]): string[] => {
	const all = new Set(there);
	return idsLast([...new Set(wanted)].filter((name) => all.has(name)));
};

/** What comes first matters most, but IDs and warnings are always needed. */
function tenAtMost(names: readonly string[]): string[] {
	const isNeeded = (name: string) => isID(name) || name === 'warnings';
	let left = MOST_SIMPLIFIED - names.filter(isNeeded).length;
	return names.filter((name) => isNeeded(name) || left-- > 0);
}

/** n8n's guidelines have it so. */
export const MOST_SIMPLIFIED = 10;

const isID = (name: string) => /^id$|_ids?$|^row_key$/.test(name);

const idsLast = (names: readonly string[]) => [
	...names.filter((name) => !isID(name)),
	...names.filter(isID),
];

/** With what is given beside its own fields. */
function completed(record: IDataObject, answer: Answer): IDataObject {
	const { amounts, lifted, within } = answer;
	if (!amounts && !lifted && !within) return record;
	const whole: IDataObject = {};
	for (const [name, value] of Object.entries({ ...liftedFrom(record, lifted), ...record })) {
		const beside = amounts?.[name];
		if (beside !== undefined && !Object.hasOwn(record, beside)) whole[beside] = inCurrency(value);
		const inside = within?.[name];
		whole[name] = inside ? insideOf(value, givenAs(inside, 'raw')) : value;
	}
	return whole;
}

function liftedFrom(record: IDataObject, lifted: Answer['lifted'] = {}): IDataObject {
	const found: IDataObject = {};
	for (const [name, [outer, inner]] of Object.entries(lifted)) {
		const from = record[outer];
		if (typeof from !== 'object' || from === null || !(inner in from)) continue;
		found[name] = (from as IDataObject)[inner];
	}
	return found;
}

function insideOf(
	value: IDataObject[string],
	give: (record: IDataObject) => IDataObject,
): IDataObject[string] {
	if (Array.isArray(value)) return (value as IDataObject[]).map((one) => give(one));
	return typeof value === 'object' && value !== null ? give(value as IDataObject) : value;
}
