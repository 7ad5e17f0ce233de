import { PinterestAdsError } from '../client/errors';
import { pause } from '../client/pause';
import { idOf } from '../client/readers';
import { MAX_RETRIES } from '../client/retry';
import type { WorkerContext } from '../context';
import { attempt, failed, type Outcome } from '../outcome';
import type { Entity, EntityKind, Fields } from '../entities';
import { UPDATE } from './change';
import { groupedBy, parts } from '../campaigns/grouping';
import { Refusals } from './refusals';
import { ELEMENTS_A_REQUEST, send, type Batch } from './sendBatch';

/** One entity to change. */
export interface UpdateOrder {
	readonly adAccountId: string;
	/** Its element of the request's body: the id, and only what is to change. */
	readonly body: Fields & { readonly id: string };
}

/** Before an element is sent again of which the answer said nothing. */
const FIRST_WAIT_MS = 1000;

/**
 * Changes entities of one level, up to 30 with a request. The values are absolute, so a change of which
 * the outcome is not known is simply sent again. Changes of the same entity go one after another, in
 * their order. Operations `campaigns/update`, `ad_groups/update`, `ads/update`.
 * @returns one outcome per order, in their order: the entity as it is now
 */
export async function updateAll(
	context: WorkerContext,
	kind: EntityKind,
	orders: readonly UpdateOrder[],
): Promise<Array<Outcome<Entity>>> {
	const outcomes: Array<Outcome<Entity>> = [];
	const places = [...orders.keys()];
	for (const [adAccountId, group] of groupedBy(places, (n) => orders[n].adAccountId)) {
		const refusals = new Refusals();
		const batch = { context, kind: byId(kind), change: UPDATE, adAccountId, refusals };
		for (const turn of turns(group, (n) => orders[n].body.id)) {
			for (const part of parts(turn, ELEMENTS_A_REQUEST)) {
				const bodies = part.map((n) => orders[n].body);
				const settled = await updateSome(batch, bodies);
				settled.forEach((outcome, at) => (outcomes[part[at]] = outcome));
			}
		}
	}
	return outcomes;
}

/** An entity that exists is known by its id, whatever else it has. */
const byId = (kind: EntityKind): EntityKind => ({
	...kind,
	isSame: isOfId,
	describe: ({ id }) => `${kind.noun} ${String(id)}`,
});

const isOfId = (sent: Fields, held: Fields) => idOf(held.id) === idOf(sent.id);

/** Everybody's first, then everybody's second, and so on: no turn holds two of the same id. */
function turns(places: readonly number[], idOf: (n: number) => string): number[][] {
	const found: number[][] = [];
	for (const ofOne of groupedBy(places, idOf).values()) {
		ofOne.forEach((place, turn) => (found[turn] ??= []).push(place));
	}
	return found;
}

/** One request's worth: what the answer says nothing of is sent again. */
async function updateSome(
	batch: Batch,
	bodies: readonly UpdateOrder['body'][],
): Promise<Array<Outcome<Entity>>> {
	const outcomes = bodies.map<Outcome<Entity>>((body) => failed(noWord(batch, body)));
	let open = [...bodies.keys()];
	for (let round = 0; open.length > 0; round++) {
		const answers = await send(
			batch,
			open.map((n) => bodies[n]),
		);
		open = open.filter((n, at) => {
			const answer = answers[at];
			if (answer === 'unknown' || answer === 'unassignable') return true;
			if (answer.ok && !isOfId(bodies[n], answer.record)) return true;
			outcomes[n] = answer;
			return false;
		});
		if (open.length === 0 || round >= MAX_RETRIES) break;
		// Cancelled: what has been answered so far keeps its outcome.
		if (!(await attempt(pause(batch.context, FIRST_WAIT_MS * 2 ** round))).ok) break;
	}
	return outcomes;
}

function noWord({ kind }: Batch, body: Fields): PinterestAdsError {
	return new PinterestAdsError(
		'unavailable',
		`It is not known whether the ${kind.describe(body)} was changed: Pinterest’s answers do not say.`,
		{ hint: 'Run it again: the same change twice is the same as once.' },
	);
}
