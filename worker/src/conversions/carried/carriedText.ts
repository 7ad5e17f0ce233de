import { isObject } from '../../client/readers';
import { isAbsent } from '../event/eventIssues';

/**
 * What an event carries, as one short text for the column of a table: which identifiers, never their values.
 * `em ip ua click_id value order_id id:given source:web test`
 */

/** What identifies somebody, by Pinterest's names in `user_data`, and how it is written here. */
const IDENTIFIERS = {
	em: 'em',
	ph: 'ph',
	client_ip_address: 'ip',
	client_user_agent: 'ua',
	click_id: 'click_id',
	external_id: 'external_id',
	hashed_maids: 'maid',
	partner_id: 'partner_id',
	fn: 'fn',
	ln: 'ln',
	ge: 'ge',
	db: 'db',
	ct: 'ct',
	st: 'st',
	zp: 'zp',
	country: 'country',
} as const;

/** What tells of the order and the page. */
const INSIGHTS = ['value', 'currency', 'order_id', 'products', 'url'] as const;

export type CarriedWord =
	(typeof IDENTIFIERS)[keyof typeof IDENTIFIERS] | (typeof INSIGHTS)[number];

const WORDS: ReadonlySet<string> = new Set([...Object.values(IDENTIFIERS), ...INSIGHTS]);

/**
 * Where the event's id comes from: its sender, who can give the same one to the Pinterest tag; its name and order
 * number; or everything that makes the event.
 */
export type EventIdFrom = 'given' | 'order' | 'made';

/** What an event carries. */
export interface Carried {
	readonly words: ReadonlySet<CarriedWord>;
	/** Undefined where it is not known. */
	readonly eventId?: EventIdFrom;
	/** `web`, `offline`, or what sent it. */
	readonly source?: string;
	readonly isTest: boolean;
}

/** What the event itself does not say. */
export interface AboutEvent {
	/** What it came from, such as a shop's system; left out: where it happened (`action_source`). */
	readonly source?: string;
	/** Whether Pinterest was only asked to check it. */
	readonly test?: boolean;
}

/** An event that is ready to be sent; its fields as Pinterest is sent them. */
interface Prepared {
	readonly event_name?: unknown;
	readonly event_id?: unknown;
	readonly action_source?: unknown;
	readonly event_source_url?: unknown;
	readonly user_data?: unknown;
	readonly custom_data?: unknown;
}

const MADE = /^[0-9a-f]{64}$/;
/** A word of our own, which the text is read by. */
const SOURCE = /^[a-z0-9_-]{1,40}$/;

/**
 * What an event that is ready to be sent carries, in a text of at most 200 characters without a value of anybody.
 * @param event as `prepareConversions` gives it out, read from its JSON
 */
export function carriedBy(event: Prepared, { source, test = false }: AboutEvent = {}): string {
	const person = isObject(event.user_data) ? event.user_data : {};
	const custom = isObject(event.custom_data) ? event.custom_data : {};
	const isThere = (value: unknown) =>
		!isAbsent(value) && !(Array.isArray(value) && value.length === 0);
	const words: string[] = Object.entries(IDENTIFIERS)
		.filter(([key]) => isThere(person[key]))
		.map(([, word]) => word);
	for (const name of ['value', 'currency', 'order_id'] as const) {
		if (isThere(custom[name])) words.push(name);
	}
	if (isThere(custom.content_ids) || isThere(custom.contents)) words.push('products');
	if (isThere(event.event_source_url)) words.push('url');
	const from = idFrom(event, custom.order_id);
	if (from !== undefined) words.push(`id:${from}`);
	const named = String(source ?? (event.action_source as string | undefined) ?? '').toLowerCase();
	if (SOURCE.test(named)) words.push(`source:${named}`);
	if (test) words.push('test');
	return words.join(' ');
}

/** As `eventIdOf` makes them. Whoever gives such an id himself has made it as we do. */
function idFrom(
	{ event_name: name, event_id: id }: Prepared,
	orderId: unknown,
): EventIdFrom | undefined {
	if (typeof id !== 'string' || id === '') return undefined;
	const isOfOrder = [':', '_'].some((joint) => id === `${String(name)}${joint}${String(orderId)}`);
	if (isOfOrder) return 'order';
	return MADE.test(id) ? 'made' : 'given';
}

const FROM: ReadonlySet<string> = new Set(['given', 'order', 'made'] satisfies EventIdFrom[]);

/** No text of ours is longer. */
const LONGEST = 500;

/**
 * Reads what {@link carriedBy} wrote. Words of another version are left out.
 * @returns undefined where the text says nothing of an event, as in rows from before the column
 */
export function readCarried(text: unknown): Carried | undefined {
	if (typeof text !== 'string' || text.length > LONGEST) return undefined;
	const words = text.split(/\s+/).filter((word) => word !== '');
	const valueOf = (name: string) =>
		words.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1);
	const known = words.filter((word): word is CarriedWord => WORDS.has(word));
	const from = valueOf('id');
	const source = valueOf('source');
	const isTest = words.includes('test');
	const eventId = from !== undefined && FROM.has(from) ? (from as EventIdFrom) : undefined;
	if (known.length === 0 && eventId === undefined && source === undefined && !isTest) {
		return undefined;
	}
	return {
		...{ words: new Set(known), isTest },
		...(eventId !== undefined && { eventId }),
		...(source !== undefined && source !== '' && { source }),
	};
}
