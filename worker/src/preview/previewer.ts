import type { PinterestAdsError } from '../client/errors';
import { isObject, plainText } from '../client/readers';
import { AD, AD_GROUP, CAMPAIGN, PROMOTION, type EntityKind, type Fields } from '../entities';
import { attempt } from '../outcome';
import type { AtPinterest } from '../spending/atPinterest';
import { adAccountOf, type Write } from '../spending/guardedWrites';
import { groupedBy } from '../values/grouping';
import { changesInWords, changesOf, holdsAmounts } from './changes';
import { endedByPreview, type PreviewChange } from './preview';

/** A write, and what it does in words: "create the campaign “Spring”". */
export interface PreviewedWrite extends Write {
	readonly doing: string;
}

const LEVELS: readonly EntityKind[] = [CAMPAIGN, AD_GROUP, AD, PROMOTION];

/** What is read with a POST, and changes nothing. */
const READING_POSTS = /^\/ad_accounts\/\d+\/(?:ad_groups\/audience_sizing|bid_floor)$/;

/** Whether a call may change something, as far as anybody knows. */
export const isWrite = ({ method, path }: Write): boolean =>
	method !== 'GET' && !(method === 'POST' && READING_POSTS.test(path));

/** Holds contacts or events, which are nobody's business. */
const OF_PEOPLE = /^\/ad_accounts\/\d+\/(?:customer_lists|events|msot)(?:\/|$)/i;

/** What is changed by itself and not in a list. */
const AUDIENCE = /^\/ad_accounts\/\d+\/audiences\/\d+$/;

/** Says what a write would do, without sending it. */
export class Previewer {
	private readonly atPinterest: AtPinterest;

	constructor(atPinterest: AtPinterest) {
		this.atPinterest = atPinterest;
	}

	/** One for each, in their order. What is to be changed is read together. */
	async of(writes: readonly PreviewedWrite[]): Promise<PinterestAdsError[]> {
		await this.lookUp(writes);
		const ends: PinterestAdsError[] = [];
		for (const write of writes) ends.push(await this.ofOne(write));
		return ends;
	}

	private async ofOne(write: PreviewedWrite): Promise<PinterestAdsError> {
		const { method, path, body, doing } = write;
		const adAccountId = adAccountOf(path);
		if (OF_PEOPLE.test(path)) return endedByPreview(ofPeople(write));
		const elements = elementsOf(write);
		const hasAmounts = elements.some(({ fields }) => holdsAmounts(fields));
		const currency = hasAmounts ? await this.currencyOf(adAccountId) : undefined;
		const changes: PreviewChange[] = [];
		for (const element of elements) {
			const present = await this.presentOf(write, element);
			const own = changesOf(element.fields, present, currency);
			const which = elements.length > 1 ? { of: nameOf(element) } : {};
			changes.push(...own.map((change) => ({ ...which, ...change })));
		}
		const isSame = method === 'PATCH' && elements.length > 0 && changes.length === 0;
		const said = elements.length === 1 ? changesInWords(changes) : '';
		const [{ id } = { id: undefined }] = elements;
		return endedByPreview({
			would: `Would ${doing}${isSame ? ', which changes nothing' : said === '' ? '' : `: ${said}`}.`,
			...{ changes, requests: [{ method, path, ...(body === undefined ? {} : { body }) }] },
			...(currency === undefined ? {} : { currency }),
			...(adAccountId === undefined ? {} : { ad_account_id: adAccountId }),
			...(elements.length === 1 && id !== undefined ? { id } : {}),
		});
	}

	/** A preview does not fail because nobody says what the currency is. */
	private async currencyOf(adAccountId: string | undefined): Promise<string | undefined> {
		if (adAccountId === undefined) return undefined;
		const asked = await attempt(this.atPinterest.currencyOf(adAccountId));
		return asked.ok ? asked.record : undefined;
	}

	private async lookUp(writes: readonly PreviewedWrite[]): Promise<void> {
		const changing = writes.filter(({ method }) => method === 'PATCH');
		for (const [path, alike] of groupedBy(changing, (write) => write.path)) {
			const adAccountId = adAccountOf(path);
			if (adAccountId === undefined) continue;
			const references = alike
				.flatMap(elementsOf)
				.flatMap(({ kind, id }) => (kind && id ? [{ kind, id }] : []));
			// What could not be read is left out of the preview.
			await attempt(this.atPinterest.lookUp(adAccountId, references));
		}
	}

	private async presentOf(
		{ method, path }: PreviewedWrite,
		{ kind, id }: Element,
	): Promise<Fields | 'new' | undefined> {
		if (method === 'POST') return 'new';
		if (method !== 'PATCH') return undefined;
		const adAccountId = adAccountOf(path);
		if (kind && id && adAccountId) return this.atPinterest.seenOf(adAccountId, { kind, id });
		if (!AUDIENCE.test(path)) return undefined;
		const asked = await attempt(this.atPinterest.read(path, `read ${path}`));
		return asked.ok ? asked.record : undefined;
	}
}

/** One of the things that a body creates or changes. */
interface Element {
	readonly kind?: EntityKind;
	readonly id?: string;
	readonly fields: Fields;
}

function elementsOf({ path, body }: Write): Element[] {
	const [, , , level, inPath] = path.split('/');
	const kind = LEVELS.find((one) => one.path === level);
	const listed = kind?.listedIn && isObject(body) ? body[kind.listedIn] : undefined;
	const list: unknown[] = Array.isArray(listed) ? listed : [body].flat();
	return list.flatMap((fields) => {
		if (!isObject(fields)) return [];
		const id = plainText(fields.id) || (inPath ?? '');
		return [{ fields, ...(kind ? { kind } : {}), ...(id === '' ? {} : { id }) }];
	});
}

const nameOf = ({ kind, id, fields }: Element): string => {
	const name = plainText(fields.name);
	return `${kind?.noun ?? 'element'} ${id ?? (name === '' ? 'without a name' : `“${name}”`)}`;
};

/** Without whom it is about. */
function ofPeople({ method, path, body, doing }: PreviewedWrite) {
	const shown = isObject(body)
		? Object.entries(body).filter(([name]) => !['records', 'records_v2', 'data'].includes(name))
		: [];
	return {
		would: `Would ${doing}. The records themselves are not shown.`,
		changes: [],
		requests: [{ method, path, body: Object.fromEntries(shown) }],
	};
}
