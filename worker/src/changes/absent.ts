/** What is remembered of so many is some 500 KB wherever the caller keeps it. */
export const MOST = 20_000;

/**
 * What was seen before and is missing from a list now. It is remembered as it was: a list that is read page by page
 * may leave something out, and what is archived may come back, neither of which is a change. The newest, which are
 * those with the highest ids, where it is too many.
 */
export function absentOf<Seen>(
	before: Iterable<readonly [id: string, seen: Seen]>,
	listed: ReadonlySet<string>,
): Array<readonly [id: string, seen: Seen]> {
	const absent = [...before]
		.filter(([id]) => !listed.has(id))
		.sort(([a], [b]) => newestFirst(a, b));
	return absent.slice(0, Math.max(0, MOST - listed.size));
}

/** Ids are numbers too long for a number. */
const newestFirst = (a: string, b: string) => b.length - a.length || (a < b ? 1 : a > b ? -1 : 0);
