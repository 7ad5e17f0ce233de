import { isNothingDone } from '../../client/errorKinds';
import type { WorkerContext } from '../../context';
import { CAMPAIGN, type Entity, type EntityKind } from '../../entities';
import { groupedBy } from '../grouping';
import { updateAll, type UpdateOrder } from '../batch/updateBatch';
import { LAUNCH_LEVELS, type Launch, type EntityInLaunch } from './launch';
import { located } from './launchError';

/**
 * Switches on what is wanted ACTIVE and stands as a whole: campaigns, then ad groups, then ads. An ad
 * delivers only when all three are on, so whatever fails before the last step costs nothing: the ads,
 * which are switched on last, are still paused.
 */
export async function activate(context: WorkerContext, launches: readonly Launch[]): Promise<void> {
	const wanted = launches.filter((launch) => launch.wanted === 'ACTIVE');
	for (const { kind, placesOf } of LAUNCH_LEVELS)
		await activateLevel(context, kind, placesOf(wanted));
}

async function activateLevel(
	context: WorkerContext,
	kind: EntityKind,
	places: readonly EntityInLaunch[],
): Promise<void> {
	const off = places.filter(({ piece }) => piece.status !== 'ACTIVE');
	// Several inputs may share a campaign: it is switched on once.
	const groups = [...groupedBy(off, ({ piece }) => String(piece.entity?.id)).values()];
	const outcomes = await updateAll(
		context,
		kind,
		groups.map(([place]) => orderOf(kind, place)),
	);
	outcomes.forEach((outcome, n) => {
		for (const { launch, piece } of groups[n]) {
			if (outcome.ok) {
				piece.entity = { ...piece.entity, status: 'ACTIVE', ...outcome.record } as Entity;
				piece.activation = 'done';
				continue;
			}
			if (!isNothingDone(outcome.error.kind)) piece.activation = 'unconfirmed';
			launch.fail(located(outcome.error, piece.asked.where));
		}
	});
}

function orderOf(kind: EntityKind, { launch, piece }: EntityInLaunch): UpdateOrder {
	const adAccountId = launch.account.id;
	const id = String(piece.entity?.id);
	const ofAccount = kind === CAMPAIGN ? { ad_account_id: adAccountId } : {};
	return { adAccountId, body: { id, ...ofAccount, status: 'ACTIVE' } };
}
