import { attempt, failed, type Outcome, succeeded } from '../outcome';
import { PinterestAdsError } from '../client/errors';
import { pause } from '../client/pause';
import { MAX_RETRIES } from '../client/retry';
import type { WorkerContext } from '../context';
import type { Entity, EntityKind, Fields } from './adEntities';
import { CREATE } from './change';
import { groupedBy, parts } from './grouping';
import { findCreated, type LostRequest } from './recovery';
import { Refusals } from './refusals';
import { ELEMENTS_A_REQUEST, send, type Batch } from './sendBatch';

type Run = LostRequest & Batch;

/** One entity to create. */
export interface Order {
	readonly adAccountId: string;
	/** Its element of the request's body. */
	readonly body: Fields;
}

export interface Created {
	readonly entity: Entity;
	/** Whether it was found after an answer got lost, instead of being answered. */
	readonly recovered: boolean;
}

/** What was created by a request without an answer may take a moment to be listed. */
const FIRST_WAIT_MS = 2000;

/**
 * Creates entities of one level, up to 30 with a request, and never one of them twice: after an
 * answer got lost they are looked up first, and only what is missing is sent again.
 * Operations `campaigns/create`, `ad_groups/create`, `ads/create`.
 * @returns one outcome per order, in their order
 */
export async function createAll(
	context: WorkerContext,
	kind: EntityKind,
	orders: readonly Order[],
): Promise<Array<Outcome<Created>>> {
	const outcomes: Array<Outcome<Created>> = [];
	const taken = new Set<string>();
	const places = [...orders.keys()];
	for (const [adAccountId, group] of groupedBy(places, (n) => orders[n].adAccountId)) {
		const refusals = new Refusals();
		for (const part of parts(group, ELEMENTS_A_REQUEST)) {
			const sentAt = context.clock.now();
			const settled = await createSome(
				{ context, kind, change: CREATE, adAccountId, refusals, sentAt, taken },
				part.map((n) => orders[n].body),
			);
			settled.forEach((outcome, at) => (outcomes[part[at]] = outcome));
		}
	}
	return outcomes;
}

/** One request's worth: sends it until every element is created, refused, or cannot be known. */
async function createSome(run: Run, bodies: readonly Fields[]): Promise<Array<Outcome<Created>>> {
	const outcomes: Array<Outcome<Created>> = [];
	let open = [...bodies.keys()];
	for (let round = 0; open.length > 0; round++) {
		const answers = await send(
			run,
			open.map((n) => bodies[n]),
		);
		open = open.filter((n, at) => {
			const answer = answers[at];
			if (answer === 'unknown') return true;
			outcomes[n] =
				answer === 'unassignable' ? failed(unknown(run, bodies[n])) : created(run, answer);
			return false;
		});
		if (open.length === 0) break;
		const found = await attempt(
			lookAgain(
				run,
				open.map((n) => bodies[n]),
				FIRST_WAIT_MS * 2 ** round,
			),
		);
		const isLast = !found.ok || round >= MAX_RETRIES;
		open = open.filter((n, at) => {
			const entity = found.ok ? found.record[at] : undefined;
			if (entity) outcomes[n] = succeeded({ entity, recovered: true });
			else if (isLast) outcomes[n] = failed(unknown(run, bodies[n], found));
			return !entity && !isLast;
		});
	}
	return outcomes;
}

function created({ taken }: LostRequest, answer: Outcome<Entity>): Outcome<Created> {
	if (!answer.ok) return answer;
	taken.add(answer.record.id);
	return succeeded({ entity: answer.record, recovered: false });
}

async function lookAgain(
	run: LostRequest,
	bodies: readonly Fields[],
	afterMs: number,
): Promise<Array<Entity | undefined>> {
	run.context.logger.warn(
		`Pinterest: the answer was lost, looking for ${bodies.length} ${run.kind.plural}`,
	);
	await pause(run.context, afterMs);
	return await findCreated(run, bodies);
}

function unknown(
	{ kind, adAccountId }: LostRequest,
	body: Fields,
	looked?: Outcome<unknown>,
): PinterestAdsError {
	const what = kind.describe(body);
	const why =
		looked === undefined
			? 'the answer does not say what became of it'
			: looked.ok
				? 'the answer was lost several times, and it is not listed'
				: `the answer was lost, and looking for it failed: ${looked.error.message}`;
	return new PinterestAdsError(
		'outcome-unknown',
		`It is not known whether the ${what} was created: ${why}`,
		{
			hint: `Look in Ads Manager, ad account ${adAccountId}, for the ${what}. Run it again only if it is not there, so that nothing is created twice.`,
		},
	);
}
