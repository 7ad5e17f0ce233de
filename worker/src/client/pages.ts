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
	private readonly ids = new Set<string>();
	/** Those of earlier pages that have no ID, as JSON. Of the same page two may be alike. */
	private readonly texts = new Set<string>();

	/**
	 * What has not come before.
	 * @param isLast whether no page follows, for which it would have to be remembered
	 */
	newOf(items: readonly T[], isLast: boolean): T[] {
		const texts: string[] = [];
		const fresh = items.filter((item) => {
			const id = isObject(item) ? item.id : undefined;
			if (typeof id === 'string') return !this.ids.has(id) && this.ids.add(id);
			if (isLast && this.texts.size === 0) return true;
			const text = JSON.stringify(item) ?? '';
			texts.push(text);
			return !this.texts.has(text);
		});
		for (const text of texts) this.texts.add(text);
		return fresh;
	}
}

function endless(doing: string, why: string): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`Could not ${doing}: Pinterest’s list does not end: ${why}.`,
		{
			hint: 'Nothing was decided by a list that cannot be read to its end. Run it again in a few minutes.',
		},
	);
}
