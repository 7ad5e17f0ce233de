import { PinterestAdsError } from './errors';
import { isObject, type Page } from './readers';

/** Of 250 elements each, a million: far more than any ad account holds of anything. */
const MOST_PAGES = 4000;
/** One after another. A filter may leave a few pages empty. */
const MOST_EMPTY_PAGES = 100;

/**
 * Follows the bookmarks of a list to its end.
 * @param doing completes the sentence "Could not …"
 * @param from the bookmark to begin at; left out: the first page
 * @throws PinterestAdsError `unavailable` where the list does not end: then nobody knows what is in it
 */
export async function* pages<T>(
	fetch: (bookmark: string | undefined) => Promise<Page<T>>,
	doing: string,
	from?: string,
): AsyncGenerator<Page<T>, void, undefined> {
	const seen = new Set<string | undefined>([from]);
	let empty = 0;
	let bookmark = from;
	for (let number = 1; ; number++) {
		const page = await fetch(bookmark);
		yield page;
		bookmark = page.bookmark;
		if (bookmark === undefined) return;
		if (seen.has(bookmark)) throw endless(doing, 'the same page marker came back');
		if (number >= MOST_PAGES)
			throw endless(doing, `there were ${MOST_PAGES} pages, and still more`);
		empty = page.items.length === 0 ? empty + 1 : 0;
		if (empty >= MOST_EMPTY_PAGES) throw endless(doing, `${empty} pages in a row were empty`);
		seen.add(bookmark);
	}
}

/** The elements of a list that changes while it is read: one that moves to a later page comes twice. */
export class KnownElements<T> {
	private readonly known = new Set<string>();

	/**
	 * What no earlier page had.
	 * @param isLast whether no page follows, for which it would have to be remembered
	 */
	newOf(items: readonly T[], isLast: boolean): readonly T[] {
		const { known } = this;
		const isFirst = known.size === 0;
		if (isFirst && isLast) return items;
		const keyed = items.map((item) => ({ item, key: keyOf(item) }));
		const fresh = isFirst ? keyed : keyed.filter(({ key }) => !known.has(key));
		for (const { key } of fresh) known.add(key);
		return fresh.map(({ item }) => item);
	}
}

/** Its ID, or all of it where it has none. */
const keyOf = (item: unknown): string => {
	const id = isObject(item) ? item.id : undefined;
	return typeof id === 'string' ? id : (JSON.stringify(item) ?? '');
};

function endless(doing: string, why: string): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not ${doing}: Pinterest’s list does not end: ${why}.`,
		{
			hint: 'Nothing was decided by a list that cannot be read to its end. Run it again in a few minutes.',
		},
	);
}
