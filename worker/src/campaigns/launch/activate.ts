import { isNothingDone } from '../../client/errorKinds';
import type { WorkerContext } from '../../context';
import { CAMPAIGN, type Entity, type EntityKind } from '../../entities';
import { groupedBy } from '../../values/grouping';
import { updateAll, type UpdateOrder } from '../batch/updateBatch';
import { LAUNCH_LEVELS, type Launch, type LaunchEntry } from './launch';
import { located } from './launchError';

/**
 * Switches on what is wanted ACTIVE and exists as a whole: campaigns, then ad groups, then ads and product
 * groups. These deliver only when all above them is on, so whatever fails before the last step costs nothing:
 * they, which are switched on last, are still paused.
 */
export async function activate(context: WorkerContext, launches: readonly Launch[]): Promise<void> {
	const wanted = launches.filter((launch) => launch.wanted === 'ACTIVE');
	for (const { kind, entriesOf } of LAUNCH_LEVELS)
		await activateLevel(context, kind, entriesOf(wanted));
}

async function activateLevel(
	context: WorkerContext,
	kind: EntityKind,
	entries: readonly LaunchEntry[],
): Promise<void> {
	const off = entries.filter(({ entity }) => entity.status !== 'ACTIVE');
	// Several inputs may share a campaign: it is switched on once.
	const groups = [...groupedBy(off, ({ entity }) => String(entity.existing?.id)).values()];
	const outcomes = await updateAll(
		context,
		kind,
		groups.map(([entry]) => orderOf(kind, entry)),
	);
	outcomes.forEach((outcome, n) => {
		for (const { launch, entity } of groups[n]) {
			if (outcome.ok) {
				entity.existing = { ...entity.existing, status: 'ACTIVE', ...outcome.record } as Entity;
				entity.activation = 'done';
				continue;
			}
			if (!isNothingDone(outcome.error.kind)) entity.activation = 'unconfirmed';
			launch.fail(located(outcome.error, entity.asked.where));
		}
	});
}

function orderOf(kind: EntityKind, { launch, entity, parent }: LaunchEntry): UpdateOrder {
	const adAccountId = launch.account.id;
	const id = String(entity.existing?.id);
	const ofAccount = kind === CAMPAIGN ? { ad_account_id: adAccountId } : {};
	const ofParent =
		kind.listedIn && kind.parent ? { [kind.parent.field]: parent?.existing?.id } : {};
	return { adAccountId, body: { id, ...ofAccount, ...ofParent, status: 'ACTIVE' } };
}
