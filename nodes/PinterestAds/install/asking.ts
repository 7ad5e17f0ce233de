import { faultOf } from './faults';
import type { Answer, Ask, Came, Script } from './types';

/** Sends requests that do not depend on one another. @returns what n8n answered, whatever that is */
export function* tryAll(asks: readonly Ask[]): Script<readonly Answer[]> {
	if (asks.length === 0) return [];
	const came: Came = yield { step: 'ask', asks };
	return came.step === 'ask' ? came.answers : [];
}

/**
 * Sends requests that do not depend on one another, and ends with words that say what to do if n8n does
 * not do one of them.
 * @param purpose what cannot be done then, as in "n8n does not let the API key ..."
 */
export function* askAll(
	asks: readonly Ask[],
	purpose: string,
	alsoGood: readonly number[] = [],
): Script<readonly Answer[]> {
	const answers = yield* tryAll(asks);
	for (const answer of answers) {
		if (!isGood(answer) && !alsoGood.includes(answer.status)) throw faultOf(answer, purpose);
	}
	return answers;
}

/** One after the other, since each writes: n8n's SQLite has one writer. */
export function* askEach(asks: readonly Ask[], purpose: string): Script<Answer[]> {
	const answers: Answer[] = [];
	for (const ask of asks) answers.push(...(yield* askAll([ask], purpose)));
	return answers;
}

/** Everything on a list of n8n's, page by page. */
export function* listAll<T>(path: string, purpose: string, filter = ''): Script<T[]> {
	const all: T[] = [];
	let cursor: string | null | undefined;
	do {
		const more = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
		const [{ body }] = yield* askAll([get(`${path}?limit=100${filter}${more}`)], purpose);
		const page = body as { data?: T[]; nextCursor?: string | null };
		all.push(...(page.data ?? []));
		cursor = page.nextCursor;
	} while (cursor);
	return all;
}

export const get = (path: string): Ask => ({ method: 'GET', path });
export const post = (path: string, body: object): Ask => ({ method: 'POST', path, body });
export const patch = (path: string, body: object): Ask => ({ method: 'PATCH', path, body });
export const put = (path: string, body: object): Ask => ({ method: 'PUT', path, body });
export const isGood = ({ status }: Answer) => status >= 200 && status < 300;
