import { clientOf } from '../../../client/client';
import { arrayOf, isObject, objectOf, textField, Unreadable } from '../../../client/readers';
import type { WorkerContext } from '../../../context';
import { chunksOf } from '../../../values/grouping';

/** A keyword, and the term that led to it. */
export interface FoundTerm {
	readonly value: string;
	readonly term: string;
}

const readText = (value: unknown): string => {
	if (typeof value !== 'string') throw new Unreadable('a term that is not text');
	return value;
};

/** What people search for that begins with each of the terms. Operation `terms_suggested/list`. */
export async function suggestedTerms(
	context: WorkerContext,
	terms: readonly string[],
	limit: number,
): Promise<FoundTerm[]> {
	const found: FoundTerm[] = [];
	for (const term of terms) {
		const suggestions = await clientOf(context).call(
			{
				method: 'GET',
				path: '/terms/suggested',
				query: { term, limit },
				category: 'ads_read',
				doing: 'look up suggested terms',
			},
			arrayOf(readText),
		);
		found.push(...suggestions.map((value) => ({ value, term })));
	}
	return found;
}

/** So many keep the address short. */
const TERMS_A_REQUEST = 20;

const readList = objectOf<{ term?: string | null; related_terms?: readonly string[] | null }>(
	'related terms',
	{ term: textField, related_terms: { read: arrayOf(readText), odd: 'not a list' } },
);

function readRelated(answer: unknown) {
	if (!isObject(answer)) throw new Unreadable('no related terms');
	const { related_terms_list: list } = answer;
	return list === undefined || list === null ? [] : arrayOf(readList)(list);
}

/** What is about the same as each of the terms. Operation `terms_related/list`. */
export async function relatedTerms(
	context: WorkerContext,
	terms: readonly string[],
): Promise<FoundTerm[]> {
	const found: FoundTerm[] = [];
	for (const some of chunksOf(terms, TERMS_A_REQUEST)) {
		const known = await relatedTo(context, some);
		// A term of which nothing came, though others were asked for with it, is asked for alone.
		for (const term of some) {
			const isAlone = some.length === 1 || known.has(term.toLowerCase());
			const own = isAlone ? known : await relatedTo(context, [term]);
			const values = own.get(term.toLowerCase()) ?? [];
			found.push(...values.map((value) => ({ value, term })));
		}
	}
	return found;
}

async function relatedTo(
	context: WorkerContext,
	terms: readonly string[],
): Promise<Map<string, readonly string[]>> {
	const lists = await clientOf(context).call(
		{
			method: 'GET',
			path: '/terms/related',
			query: { terms },
			category: 'ads_read',
			doing: 'look up related terms',
		},
		readRelated,
	);
	return new Map(
		lists.flatMap(({ term, related_terms }) =>
			term && related_terms ? [[term.toLowerCase(), related_terms] as const] : [],
		),
	);
}
