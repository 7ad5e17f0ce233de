import { z } from 'zod';
import { asNumber, limit as limitSchema } from '../input';
import type { IdOf } from '../values/address';
import { choice as chosen, flag as switched } from '../values/choice';
import { idOfA, longIdOfA } from '../values/id';
import { choiceList, idList, list as listed } from '../values/lists';
import { readDay, readTime } from '../values/time';
import type { Elements } from '../values/list';
import type { Choice, Field, Words } from './field';
import { anyText, link as linkSchema, url as urlSchema } from './texts';

/** The kinds of fields. Each is optional until `required` or `withDefault` says otherwise. */

interface Options<SentAs extends string, Cleared> extends Words {
	readonly sentAs?: SentAs;
	/** What is sent to take its value away: null for most. */
	readonly cleared?: Cleared;
	readonly rows?: number;
	readonly unit?: string;
}

type Optional<Given, Read, SentAs extends string, Cleared> = Field<
	Given,
	Read,
	'optional',
	SentAs,
	Read,
	Cleared
>;

/** A text, by a reader of its own where it is more than any text. */
export const text = <const SentAs extends string = never, Cleared = undefined, Read = string>(
	options: Options<SentAs, Cleared>,
	schema: z.ZodType<Read, z.ZodTypeDef, unknown> = anyText as unknown as z.ZodType<
		Read,
		z.ZodTypeDef,
		unknown
	>,
): Optional<string, Read, SentAs, Cleared> => ({
	...options,
	kind: 'text',
	need: 'optional',
	schema,
});

/** An address of the web. */
export const url = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
) => text<SentAs, Cleared, string>(options, urlSchema);

/** An address of any kind, such as one that opens an app. */
export const link = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
) => text<SentAs, Cleared, string>(options, linkSchema);

/** The ID of one kind of thing, or the address that Pinterest shows for it. */
export const idOf = <const SentAs extends string = never, Cleared = undefined>(
	of: IdOf,
	options: Options<SentAs, Cleared>,
): Optional<string, string, SentAs, Cleared> => ({
	...{ ...options, kind: 'id', need: 'optional', of },
	schema: UNBOUNDED.includes(of) ? longIdOfA(of) : idOfA(of),
});

/** Pinterest bounds the IDs of accounts, campaigns, ad groups, ads and audiences to 18 digits, but not these. */
const UNBOUNDED: readonly IdOf[] = ['pin', 'keyword', 'leadForm', 'conversionTag', 'other'];

/** A list as a list, or as a text that lists its elements. */
export type Listed<Element> = Element | readonly Element[];

/** IDs of one kind; an address may name several. */
export const idsOf = <const SentAs extends string = never, Cleared = undefined>(
	of: IdOf,
	{ isFilter = false, ...options }: Options<SentAs, Cleared> & { readonly isFilter?: boolean },
): Optional<Listed<string>, string[], SentAs, Cleared> => ({
	...{ ...options, kind: 'list', need: 'optional', of },
	schema: idList(of, { leaveOutEmpty: isFilter }),
});

/** A list whose elements are read by a schema. */
export const listOf = <Read, const SentAs extends string = never, Cleared = undefined>(
	element: z.ZodType<Read, z.ZodTypeDef, unknown>,
	{
		elements,
		isFilter = false,
		...options
	}: Options<SentAs, Cleared> & { readonly elements?: Elements; readonly isFilter?: boolean },
): Optional<Listed<string>, Read[], SentAs, Cleared> => ({
	...{ ...options, kind: 'list', need: 'optional' },
	schema: listed(element, { elements, leaveOutEmpty: isFilter }),
});

type Choices<Word extends string> = Readonly<Record<Word, string | Choice>>;
type ChoiceOptions<Word extends string, SentAs extends string, Cleared> = Options<
	SentAs,
	Cleared
> & {
	/** By what is given: its label, or label and description. */
	readonly choices: Choices<Word>;
};

const wordsOf = <Word extends string>(choices: Choices<Word>) =>
	Object.keys(choices) as [Word, ...Word[]];

function labelled<Word extends string>(choices: Choices<Word>): Record<Word, Choice> {
	const pairs = Object.entries<string | Choice>(choices).map(([word, said]) => [
		word,
		typeof said === 'string' ? { label: said } : said,
	]);
	return Object.fromEntries(pairs) as Record<Word, Choice>;
}

/** One of some words, however it is spelled. */
export const choice = <Word extends string, const SentAs extends string = never, Cleared = undefined>({
	choices,
	must,
	...options
}: ChoiceOptions<Word, SentAs, Cleared> & { readonly must?: string }): Optional<
	Word,
	Word,
	SentAs,
	Cleared
> => ({
	...{ ...options, kind: 'choice', need: 'optional', choices: labelled(choices) },
	schema: chosen(wordsOf(choices), must),
});

/** Some of some words. */
export const choices = <Word extends string, const SentAs extends string = never, Cleared = undefined>({
	choices: some,
	isFilter = false,
	...options
}: ChoiceOptions<Word, SentAs, Cleared> & { readonly isFilter?: boolean }): Optional<
	Listed<Word>,
	Word[],
	SentAs,
	Cleared
> => ({
	...{ ...options, kind: 'choices', need: 'optional', choices: labelled(some) },
	schema: choiceList(wordsOf(some), { leaveOutEmpty: isFilter }),
});

/** One of some numbers. */
export const numericChoice = <
	Value extends number,
	const SentAs extends string = never,
	Cleared = undefined,
>({
	choices,
	...options
}: Options<SentAs, Cleared> & {
	readonly choices: Readonly<Record<Value, string | Choice>>;
}): Optional<Value, Value, SentAs, Cleared> => {
	const numbers = wordsOf(choices).map(Number);
	const isOne = (given: number): given is Value => numbers.includes(given);
	const must = `must be one of ${numbers.join(', ')}`;
	const schema = z.preprocess(asNumber, z.number().refine(isOne, must));
	return {
		...{ ...options, kind: 'choice', need: 'optional', isNumeric: true },
		...{ choices: labelled(choices), schema },
	};
};

/** How many days after something a conversion still counts. */
export const windowDays = <const SentAs extends string = never>(options: Options<SentAs, undefined>) =>
	numericChoice({ ...options, choices: WINDOWS });

const WINDOWS = {
	0: '0 Days',
	1: '1 Day',
	7: '7 Days',
	14: '14 Days',
	30: '30 Days',
	60: '60 Days',
};

/** True or false. Its description begins with "Whether". */
export const flag = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
): Optional<boolean, boolean, SentAs, Cleared> => ({
	...options,
	...{ kind: 'flag', need: 'optional', schema: switched },
});

interface Bounds {
	readonly least?: number;
	readonly most?: number;
	/** Said of a number that is out of bounds, or none at all. Left out: what is wrong with this one. */
	readonly must?: string;
	readonly isWhole?: boolean;
}

/** A number within bounds. */
export const number = <const SentAs extends string = never, Cleared = undefined>({
	must,
	isWhole = false,
	...options
}: Options<SentAs, Cleared> & Bounds): Optional<number, number, SentAs, Cleared> => {
	const { least = -Infinity, most = Infinity } = options;
	const tooLow =
		least === 0 ? 'must not be negative' : `must be at least ${least.toLocaleString('en')}`;
	const any = z
		.number({ required_error: must, invalid_type_error: must })
		.min(least, must ?? tooLow)
		.max(most, must);
	const schema = z.preprocess(asNumber, isWhole ? any.int(must) : any);
	return { ...options, kind: 'number', need: 'optional', schema };
};

/** A time; what is read, and sent, are Unix seconds. */
export const time = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
): Optional<string | number | Date, number, SentAs, Cleared> => ({
	...{ ...options, kind: 'time', need: 'optional', schema: timeSchema },
});

const timeSchema = z.unknown().transform((value, check): number => {
	const seconds = readTime(value);
	if (seconds !== undefined) return seconds;
	check.addIssue({
		code: 'custom',
		message:
			'is not a time; give an ISO date such as 2026-12-01T08:00:00Z, or Unix seconds or milliseconds',
	});
	return z.NEVER;
});

/** A day of the calendar, as YYYY-MM-DD. */
export const day = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
): Optional<string | number | Date, string, SentAs, Cleared> => ({
	...{ ...options, kind: 'day', need: 'optional', schema: daySchema },
});

const daySchema = z.unknown().transform((value, check): string => {
	const read = readDay(value);
	if (read !== undefined) return read;
	check.addIssue({ code: 'custom', message: 'must be a day of the calendar as YYYY-MM-DD' });
	return z.NEVER;
});

/** How many results at most. */
export const limit: Optional<number, number, never, undefined> = {
	...{ kind: 'limit', need: 'optional', schema: limitSchema, least: 1 },
	label: 'Limit',
	description: 'How many at most; left out, all of them',
};

/** What only programs give, by a schema of its own. */
export const any = <Given, Read = Given>(
	options: Words,
	schema: z.ZodType<Read, z.ZodTypeDef, unknown>,
): Optional<Given, Read, never, undefined> => ({
	...options,
	kind: 'any',
	need: 'optional',
	schema,
});
