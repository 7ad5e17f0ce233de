import type { InMemory } from '../../simulator/inMemory.mts';

/** What is at Pinterest, kind by kind, as it can be compared: without times, and without counts of how it came. */
export type Holdings = Readonly<Record<string, readonly Holding[]>>;
type Holding = Readonly<Record<string, unknown>>;

/** Of what time has passed, or how often something was sent, and not of what is there. */
const PASSING =
	/time|At$|_at$|timestamp|^status_|^(?:num_\w+|matched|size|audience_size|tokenLabel|processed|reviewed)$/;

const withoutPassing = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(withoutPassing);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name, held]) => !PASSING.test(name) && held !== undefined)
			.map(([name, held]) => [name, withoutPassing(held)]),
	);
};

export function holdingsOf(simulator: InMemory): Holdings {
	const { customerLists, audiences, events, ...others } = simulator.state();
	const conversionTags = [...simulator.world.conversionTags.values()];
	const held = {
		...{ ...others, conversionTags },
		// Their status is a matter of hours.
		customerLists: customerLists.map(({ members, status: _, ...list }) => ({
			...{ ...list, members: [...members].sort() },
		})),
		audiences: audiences.map(({ status: _, ...audience }) => audience),
		// One that comes a second time with the same ID counts once.
		events: events.filter(({ duplicate }) => !duplicate),
	};
	return withoutPassing(held) as Holdings;
}

const keyOf = (kind: string, { id, event }: Holding) =>
	`${kind} ${String(id ?? JSON.stringify(event))}`;

/** What has come since. */
export function comeSince(before: Holdings, now: Holdings): Array<{ kind: string; it: Holding }> {
	return Object.entries(now).flatMap(([kind, held]) => {
		const known = new Set(before[kind].map((one) => keyOf(kind, one)));
		return held.filter((one) => !known.has(keyOf(kind, one))).map((it) => ({ kind, it }));
	});
}

/** Of what is there for one purpose once: the same name, or the same words, below the same parent. */
const purposeOf = (kind: string, it: Holding): string =>
	JSON.stringify([
		kind,
		...[it.ad_account_id, it.campaign_id, it.ad_group_id, it.parent_id],
		...[it.name, it.value, it.match_type, it.pin_id, it.catalog_product_group_id, it.event],
	]);

/** What has come twice. */
export function twins(before: Holdings, now: Holdings): string[] {
	const seen = new Set<string>();
	return comeSince(before, now).flatMap(({ kind, it }) => {
		const purpose = purposeOf(kind, it);
		if (!seen.has(purpose)) {
			seen.add(purpose);
			return [];
		}
		return [purpose];
	});
}

/** What is new among the IDs of a text, with the number that it has got. */
class Numbers {
	private readonly given = new Map<string, number>();
	private readonly isNew: (id: string) => boolean;

	constructor(isNew: (id: string) => boolean) {
		this.isNew = isNew;
	}

	/** @param otherwise what is said of a new one that has no number yet; left out: it gets one */
	in(text: string, otherwise?: string): string {
		return text.replace(/\d{9,19}/g, (id) => {
			if (!this.isNew(id)) return id;
			if (!this.given.has(id) && otherwise !== undefined) return otherwise;
			if (!this.given.has(id)) this.given.set(id, this.given.size + 1);
			return `new ${this.given.get(id)}`;
		});
	}
}

/** An output as it can be compared: the IDs of what is new numbered as they come. */
export const numbered = (value: unknown, isNew: (id: string) => boolean): string =>
	new Numbers(isNew).in(JSON.stringify(value));

/**
 * A world as it can be compared: in an order that does not depend on when each was made, with the IDs of what is
 * new numbered in this order, parents before what is in them.
 */
export function inOrder(held: Holdings, isNew: (id: string) => boolean): string {
	const numbers = new Numbers(isNew);
	const kinds = Object.entries(held).map(([kind, all]) => {
		const texts = all.map((one) => JSON.stringify(one));
		const keyed = texts.map((text) => ({ text, key: numbers.in(text, '') }));
		keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
		return `${kind}: ${keyed.map(({ text }) => numbers.in(text)).join(', ')}`;
	});
	return kinds.join('\n');
}
