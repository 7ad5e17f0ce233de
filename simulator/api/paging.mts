import type { Call } from './call.mts';
import type { FaultRule } from './faults.mts';
import { breach } from './refusal.mts';

export interface Page<T> {
	items: T[];
	bookmark: string | null;
}

const encode = (position: number) => Buffer.from(`simulator:${position}`).toString('base64url');

/**
 * One page of a list, in order of creation or, with `order=DESCENDING`, newest first; with a fault, one of
 * a list that does not end.
 */
export function pageOf<T>(
	all: readonly T[],
	{ sim, query, fault }: Pick<Call, 'sim' | 'query' | 'fault'>,
): Page<T> {
	const asked = typeof query.page_size === 'number' ? query.page_size : 25;
	const size = Math.min(asked, sim.settings.largestPage);
	const ordered = query.order === 'DESCENDING' ? [...all].reverse() : all;
	const from = typeof query.bookmark === 'string' ? position(query.bookmark) : 0;
	const items = ordered.slice(from, from + size);
	const more = from + size < ordered.length;
	const next = more ? encode(from + size) : null;
	return { items, bookmark: endless(fault, query.bookmark, from) ?? next };
}

/** The bookmark of a list that does not end: the same, one of two in turn, or one beyond the last element. */
function endless(fault: FaultRule | undefined, asked: unknown, from: number): string | undefined {
	switch (fault?.fault) {
		case 'bookmark-loop':
			return encode(0);
		case 'bookmark-circle':
			return asked === encode(0) ? encode(1) : encode(0);
		case 'bookmark-endless':
			return encode(from + 1000);
		default:
			return undefined;
	}
}

function position(bookmark: string): number {
	const found = /^simulator:(\d+)$/.exec(Buffer.from(bookmark, 'base64url').toString());
	if (!found) throw breach('Invalid bookmark.');
	return Number(found[1]);
}
