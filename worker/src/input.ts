import { z } from 'zod';
import { PinterestAdsError, type ErrorDetails } from './client/errors';
import { fieldName } from './fieldName';
import { plainWords } from './inputProblems';
import { asNumber } from './values/number';
import { shortened } from './values/shortened';

export { fieldName } from './fieldName';
export { id, idOfA, longId } from './values/id';
export { asNumber } from './values/number';

/** Turns blank text and `null`, which forms send for "not filled in", into a missing value. */
export const optional = <T extends z.ZodTypeAny>(schema: T) =>
	z.preprocess((value) => (isBlank(value) ? undefined : value), schema.optional());

const isBlank = (value: unknown) =>
	value === null || (typeof value === 'string' && value.trim() === '');

/** How many at most, of what is listed. */
export const limit = z.preprocess(
	asNumber,
	z.number().int('must be a whole number').min(1, 'must be at least 1'),
);

/** So many elements a list may have; see docs/campaigns.md. */
export const MOST_IN_A_LIST = 10_000;
/** Of the wrong ones. */
const NAMED_OF_A_LIST = 5;

/**
 * A list of elements that are each read by a schema. It names the first few that are wrong and counts the
 * others; one that is too long is not looked into.
 */
export const listOf = <T extends z.ZodTypeAny>(element: T, most = MOST_IN_A_LIST) =>
	z.unknown().transform((given, check): Array<z.output<T>> => {
		const refuse = (message: string) => {
			check.addIssue({ code: 'custom', message, fatal: true });
			return z.NEVER;
		};
		if (given === undefined || given === null) return refuse('is missing');
		if (!Array.isArray(given)) return refuse('must be a list, or text with commas');
		if (given.length > most) return refuse(`must hold at most ${most}, not ${given.length}`);
		const good: Array<z.output<T>> = [];
		let bad = 0;
		for (const [n, one] of given.entries()) {
			const read = element.safeParse(one, { path: [...check.path, n], errorMap: plainWords });
			if (read.success) {
				good.push(read.data as z.output<T>);
				continue;
			}
			bad += 1;
			if (bad > NAMED_OF_A_LIST) continue;
			for (const issue of read.error.issues) {
				check.addIssue({ ...issue, path: issue.path.slice(check.path.length) });
			}
		}
		if (bad > NAMED_OF_A_LIST) {
			const message = `${bad} of its ${given.length} elements are wrong, the first ${NAMED_OF_A_LIST} as said`;
			check.addIssue({ code: 'custom', message });
		}
		return good;
	});

/** So many problems are named; the others are counted. */
export const MOST_NAMED = 10;
const LONGEST_MESSAGE = 500;
const LONGEST_FIELD = 120;

/**
 * Parses a task's input once, at the edge.
 * @throws PinterestAdsError of kind `invalid` that names the bad fields in plain words, the first
 * few of many, and never quotes a value (it may be somebody's address).
 */
export function parseInput<T extends z.ZodTypeAny>(
	schema: T,
	input: unknown,
	labelOf: LabelOf = fieldName,
): z.output<T> {
	const result = parsed(schema, input);
	if ('cause' in result) {
		throw new PinterestAdsError('invalid', 'The input holds a value that cannot be read', {
			hint: 'Give plain texts, numbers, lists and objects.',
			cause: result.cause,
		});
	}
	if (result.success) return result.data as z.output<T>;
	throw refusalOf(
		result.error.issues.map(({ code, path, message }) => ({
			path,
			// A sentence of a task's own rules needs no subject, what the parser finds wrong does.
			message: path.length === 0 && code !== 'custom' ? `The input ${message}` : message,
		})),
		{ labelOf },
	);
}

/** A value that breaks what reads it is an input like any other that cannot be read. */
function parsed<T extends z.ZodTypeAny>(schema: T, input: unknown) {
	try {
		return schema.safeParse(input, { errorMap: plainWords });
	} catch (cause) {
		return { cause };
	}
}

/** What a place in the input is called. */
export type LabelOf = (path: ReadonlyArray<string | number>) => string;

interface Refusal extends Pick<ErrorDetails, 'action' | 'hint'> {
	readonly kind?: 'invalid' | 'not-found';
	/** Left out: by the words of its name. */
	readonly labelOf?: LabelOf;
}

interface RawProblem {
	readonly path: ReadonlyArray<string | number>;
	readonly message: string;
}

/** One error for all that is wrong with an input, of bounded length. */
export function refusalOf(
	found: readonly RawProblem[],
	{ kind = 'invalid', labelOf = fieldName, ...advice }: Refusal = {},
): PinterestAdsError {
	const problems = found.slice(0, MOST_NAMED).map(({ path, message }) => ({
		field: shortened(labelOf(path), LONGEST_FIELD),
		message: shortened(message, LONGEST_MESSAGE),
	}));
	const text = problems.map(({ field, message }) => (field ? `${field}: ${message}` : message));
	const more = found.length - problems.length;
	if (more > 0) text.push(`and ${more} more`);
	return new PinterestAdsError(kind, text.join('; '), {
		field: problems[0].field || undefined,
		...advice,
		details:
			problems.length > 1
				? { problems, ...(more > 0 ? { problem_count: found.length } : {}) }
				: undefined,
	});
}

/** The first few of many words, and how many more there are. */
export function firstOf(words: readonly string[], most = MOST_NAMED): string {
	const named = words.slice(0, most).map((word) => shortened(word, LONGEST_FIELD));
	const more = words.length - named.length;
	return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
