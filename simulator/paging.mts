import { breach } from './refusal.mts';

export interface Page<T> {
	items: T[];
	bookmark: string | null;
}

const encode = (position: number) => Buffer.from(`simulator:${position}`).toString('base64url');

/**
 * One page of a list, in order of creation or, with `order=DESCENDING`, newest first. `looping`
 * hands out a bookmark for ever, as a faulty server would.
 */
export function pageOf<T>(
	all: readonly T[],
	query: Readonly<Record<string, unknown>>,
	looping = false,
): Page<T> {
	const size = typeof query.page_size === 'number' ? query.page_size : 25;
	const ordered = query.order === 'DESCENDING' ? [...all].reverse() : all;
	const from = typeof query.bookmark === 'string' ? position(query.bookmark) : 0;
	const items = ordered.slice(from, from + size);
	const more = from + size < ordered.length;
	return { items, bookmark: looping ? encode(0) : more ? encode(from + size) : null };
}

function position(bookmark: string): number {
	const found = /^simulator:(\d+)$/.exec(Buffer.from(bookmark, 'base64url').toString());
	if (!found) throw breach('Invalid bookmark.');
	return Number(found[1]);
}
