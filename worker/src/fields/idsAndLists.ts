import type { z } from 'zod';
import type { IdOf } from '../values/address';
import { idOfA, longIdOfA } from '../values/id';
import type { Elements } from '../values/list';
import { idList, list as listed } from '../values/lists';
import type { Optional, Options } from './kind';

/** The ID of one kind of thing, or the address that Pinterest shows for it. */
export const idOf = <const SentAs extends string = never, Cleared = undefined>(
	of: IdOf,
	options: Options<SentAs, Cleared>,
): Optional<string, string, SentAs, Cleared> => ({
	...{ ...options, kind: 'id', need: 'optional', of },
	schema: UNBOUNDED.includes(of) ? longIdOfA(of) : idOfA(of),
});

/** Pinterest bounds the IDs of accounts, campaigns, ad groups, ads and audiences to 18 digits, but not these. */
const UNBOUNDED: readonly IdOf[] = [
	...(['pin', 'keyword', 'leadForm', 'conversionTag', 'other'] as const),
	...(['catalog', 'feed', 'catalogProductGroup'] as const),
];

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
