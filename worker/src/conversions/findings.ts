import { PinterestAdsError } from '../client/errors';
import { fieldName } from '../input';

/** What is wrong with one field, in the words of whoever gave it; `''` is the event as a whole. */
export interface Problem {
	readonly field: string;
	readonly message: string;
}

/** A field, or a place within it: `['lineItems', 1, 'price']`. */
export type Path = ReadonlyArray<string | number>;

/** Where in a field something was found; undefined is nowhere in particular. */
export type Within = ReadonlyArray<string | number | undefined>;

/** What a field is called towards whoever gave the input: as the form has it, or as they wrote it. */
export type Naming = (path: Path) => string;

/**
 * What reading one event brought to light. A problem keeps the event from being sent; a warning goes
 * into its result. Both name the field and never quote the value, which may be somebody's address.
 */
export class Findings {
	readonly warnings: string[] = [];
	/** ISO 4217 of the event's amounts, where it is given: it decides what "1.500" means. */
	currency?: string;
	/** A shop's program wrote the amounts: a point in them is a decimal point, whatever follows it. */
	isOfShop = false;
	readonly nameOf: Naming;
	private readonly problems: Problem[] = [];

	constructor(nameOf: Naming = fieldName) {
		this.nameOf = nameOf;
	}

	problem(field: string, message: string, ...within: Within): void {
		this.problems.push({ field: field && this.name(field, within), message });
	}

	warn(field: string, message: string, ...within: Within): void {
		this.warnings.push(`${this.name(field, within)}: ${message}`);
	}

	private name(field: string, within: Within): string {
		return this.nameOf([field, ...within.filter((part) => part !== undefined)]);
	}

	get hasProblems(): boolean {
		return this.problems.length > 0;
	}

	/** `details.problems` names every one, for callers that answer field by field. */
	toError(): PinterestAdsError {
		return unreadable(this.problems);
	}
}

export function unreadable(
	problems: readonly Problem[],
	facts: Record<string, unknown> = {},
): PinterestAdsError {
	const text = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
	return new PinterestAdsError('invalid', `The conversion was not sent. ${text.join('; ')}`, {
		field: problems[0].field || undefined,
		details: { ...facts, problems },
	});
}

/** What forms and tables send for "not filled in"; text of nothing but white space is no value either. */
export function isAbsent(value: unknown): value is undefined | null | '' {
	if (value === undefined || value === null) return true;
	if (typeof value !== 'string') return false;
	// Nearly all text begins with a letter or digit, which settles it.
	const first = value.charCodeAt(0);
	return !(first > SPACE && first < DELETE) && value.trim() === '';
}

const SPACE = 0x20;
const DELETE = 0x7f;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether it looks like a field's name. What does not may be a value in the wrong place: a phone number, say. */
export const isFieldName = (name: string) =>
	/^[A-Za-z_][\w.-]{0,39}$/.test(name) && !/\d{5}/.test(name);

/** For the warnings of an event. */
export const unknownField = (name: string) =>
	isFieldName(name)
		? `The field “${name}” is not known and was left out`
		: 'A field with an unknown name was left out';
