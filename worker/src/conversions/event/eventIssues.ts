import { PinterestAdsError, type ErrorFacts } from '../../client/errors';
import { fieldName } from '../../input';

/** What is wrong with one field, in the words of whoever gave it; `''` is the event as a whole. */
export interface EventProblem {
	readonly field: string;
	readonly message: string;
}

/** A field, or a place within it: `['lineItems', 1, 'price']`. */
export type FieldPath = ReadonlyArray<string | number>;

/** Where in a field something was found; undefined is nowhere in particular. */
export type Within = ReadonlyArray<string | number | undefined>;

/** What a field is called towards whoever gave the input: as the form has it, or as they wrote it. */
export type Naming = (path: FieldPath) => string;

/** So many problems and so many warnings of one event are told: a list of 100,000 may have a fault in each. */
const MOST = 20;

/**
 * What reading one event brought to light. A problem keeps the event from being sent; a warning goes
 * into its result. Both name the field and never quote the value, which may be somebody's address.
 */
export class EventIssues {
	/** ISO 4217 of the event's amounts, where it is given: it decides what "1.500" means. */
	currency?: string;
	/** A shop's program wrote the amounts: a point in them is a decimal point, whatever follows it. */
	isOfShop = false;
	/** They have been read before and are kept as they are: an earlier version wrote "1.299" for 1.299. */
	isPrepared = false;
	readonly nameOf: Naming;
	private readonly noted: string[] = [];
	private readonly problems: EventProblem[] = [];
	private moreWarnings = 0;
	private moreProblems = 0;
	private isDispensable = false;
	/** What has been said once for all events of the run. */
	private readonly said?: Set<string>;

	constructor(nameOf: Naming = fieldName, said?: Set<string>) {
		this.nameOf = nameOf;
		this.said = said;
	}

	problem(field: string, message: string, ...within: Within): void {
		if (this.isDispensable) {
			this.warn(field, `${message}; left out`, ...within);
			return;
		}
		if (this.problems.length === MOST) this.moreProblems++;
		else this.problems.push({ field: field && this.name(field, within), message });
	}

	warn(field: string, message: string, ...within: Within): void {
		if (this.noted.length === MOST) this.moreWarnings++;
		else this.note(`${this.name(field, within)}: ${message}`);
	}

	/** A warning in words of its own. */
	note(warning: string): void {
		if (this.noted.length === MOST) this.moreWarnings++;
		else this.noted.push(warning);
	}

	/** A warning that is as true of every other event of the run. */
	noteOnce(warning: string): void {
		if (this.said?.has(warning)) return;
		this.said?.add(warning);
		this.note(warning);
	}

	/** Reads a part that the event can do without: what is wrong with it is left out with a warning. */
	ofDispensable<T>(read: () => T): T {
		this.isDispensable = true;
		try {
			return read();
		} finally {
			this.isDispensable = false;
		}
	}

	get warnings(): string[] {
		const more = this.moreWarnings;
		return more === 0 ? this.noted : [...this.noted, `${more} more of the event’s values are odd`];
	}

	private name(field: string, within: Within): string {
		return this.nameOf([field, ...within.filter((part) => part !== undefined)]);
	}

	get hasProblems(): boolean {
		return this.problems.length > 0;
	}

	/** `details.problems` names every one, for callers that answer field by field. */
	toError(): PinterestAdsError {
		const more = this.moreProblems;
		const rest = { field: '', message: `${more} more of the event’s values are wrong` };
		return unreadableEvent(more === 0 ? this.problems : [...this.problems, rest]);
	}
}

export function unreadableEvent(
	problems: readonly EventProblem[],
	facts: ErrorFacts = {},
): PinterestAdsError {
	const text = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
	return new PinterestAdsError('invalid', `The conversion was not sent. ${text.join('; ')}`, {
		field: problems[0].field || undefined,
		details: { ...facts, problems },
	});
}

/** What forms and tables send for "not filled in"; text of nothing but white space is not a value either. */
export function isAbsent(value: unknown): value is undefined | null | '' {
	if (value === undefined || value === null) return true;
	if (typeof value !== 'string') return false;
	// Nearly all text begins with a letter or digit, which settles it.
	const first = value.charCodeAt(0);
	return !(first > SPACE && first < DELETE) && value.trim() === '';
}

const SPACE = 0x20;
const DELETE = 0x7f;

/** Whether it looks like a field's name. What does not may be a value in the wrong place: a phone number, say. */
export const isFieldName = (name: string) =>
	/^[A-Za-z_][\w.-]{0,39}$/.test(name) && !/\d{5}/.test(name);

/** For the warnings of an event. */
export const unknownField = (name: string) =>
	isFieldName(name)
		? `The field “${name}” is not known and was left out`
		: 'A field with an unknown name was left out';
