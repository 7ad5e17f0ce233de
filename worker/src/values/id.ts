import { z } from 'zod';
import { KINDS, type Named } from '../entities';
import { idInAddress, isAddress, type IdOf } from './address';

/**
 * An id of at most so many digits, as text: a number holds no more than 15 or 16 exactly. The address that
 * Pinterest shows for it is taken too, and the letters that Pinterest's own tools put before some.
 * @param of what it is the id of. Left out: what the field's name says, as in `campaignIds`
 */
const digits = (most: number, of?: IdOf) =>
	z.unknown().transform((value, check): string => {
		const read = readId(value, most, of ?? idOf(check.path));
		if ('id' in read) return read.id;
		check.addIssue({ code: 'custom', message: read.problem, fatal: true });
		return z.NEVER;
	});

/** What an id can be read from, at most: digits, or an address. */
const LONGEST_ID = 2100;

function readId(
	value: unknown,
	most: number,
	of: IdOf,
): { readonly id: string } | { readonly problem: string } {
	const isNumber = typeof value === 'number';
	if (isNumber && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
		return { problem: 'is too long to be a number; give it as text' };
	}
	const isText = typeof value === 'string' && value.length <= LONGEST_ID;
	const given = isNumber || isText ? String(value).trim() : '';
	const isNothing = isText && given === '';
	if (value === undefined || value === null || isNothing) return { problem: 'is missing' };
	const isDigits = (some: string) => some.length <= most && /^\d+$/.test(some);
	const text = withoutPrefix(given, of);
	if (isDigits(text)) return { id: text };
	if (isText && isAddress(text)) {
		const read = idInAddress(text, of);
		if ('problem' in read || isDigits(read.id)) return read;
	}
	return { problem: `must be an ID: digits only, at most ${most}` };
}

function withoutPrefix(text: string, of: IdOf): string {
	const kind: Named | undefined = of === 'other' ? undefined : KINDS[of];
	const { idPrefix = '' } = kind ?? {};
	const rest = text.slice(idPrefix.length);
	return text.slice(0, idPrefix.length).toUpperCase() === idPrefix && /^\d/.test(rest)
		? rest
		: text;
}

/** By the field's name: the last one in the path that is no position. */
function idOf(path: ReadonlyArray<string | number>): IdOf {
	const last = String(path.filter((part) => typeof part === 'string').at(-1) ?? '');
	const name = last.toLowerCase().replaceAll('_', '');
	return FIELDS.find(([part]) => name.includes(part))?.[1] ?? 'other';
}

/** Longer names first: an ad account's and an ad group's begin with "ad". */
const FIELDS: ReadonlyArray<readonly [part: string, of: IdOf]> = (
	Object.keys(KINDS) as Array<keyof typeof KINDS>
)
	.map((of) => [of === 'ad' ? 'adid' : of.toLowerCase(), of] as const)
	.sort(([a], [b]) => b.length - a.length);

/** An id that Pinterest bounds to 18 digits: of accounts, campaigns, ad groups, ads and audiences. */
export const id = digits(18);

/** An id that Pinterest does not bound, such as a Pin's. */
export const longId = digits(20);

/** The id of one kind of thing, whatever the field is called. */
export const idOfA = (of: IdOf) => digits(18, of);

/** The same of a kind whose IDs Pinterest does not bound. */
export const longIdOfA = (of: IdOf) => digits(20, of);
