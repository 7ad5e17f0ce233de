import type { WorkerContext } from '../../context';
import { AD, PROMOTION, type EntityKind } from '../../entities';
import { contained, unexpected } from '../../outcome';
import { factsOf } from '../campaign/campaignFacts';
import { promotedBy } from '../campaign/promotes';
import { runningBelow } from './findExisting';
import { plannedOf } from './judgeLaunch';
import type { Launch, LaunchAdGroup } from './launch';

/**
 * Notes what else is switched on below ad groups that exist, where it is of a kind that the launch does not look for
 * itself: ads beside product groups, and product groups beside ads. A launch that stays paused starts nothing.
 */
export async function noteOtherChildren(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<void> {
	for (const launch of launches) {
		if (launch.error || launch.wanted !== 'ACTIVE') continue;
		const { objective, promotionType } = factsOf(plannedOf(launch.campaign));
		const starting = launch.adGroups.filter(
			({ existing, status }) =>
				existing && (status !== 'ACTIVE' || launch.campaign.status !== 'ACTIVE'),
		);
		if (promotedBy(objective, promotionType) !== 'pins') {
			const withoutAny = starting.filter(({ promotions }) => promotions.length === 0);
			await noteBelow(context, launch, PROMOTION, withoutAny);
		}
		const withoutAds = starting.filter(({ ads }) => ads.length === 0);
		await noteBelow(context, launch, AD, withoutAds);
	}
}

async function noteBelow(
	context: WorkerContext,
	launch: Launch,
	kind: EntityKind,
	adGroups: readonly LaunchAdGroup[],
): Promise<void> {
	if (adGroups.length === 0 || launch.error) return;
	const ids = adGroups.map(({ existing }) => String(existing?.id));
	const running = await contained(runningBelow(context, kind, launch.account.id, ids), (cause) =>
		unexpected('unavailable', `Could not list the ${kind.plural}`, cause),
	);
	if (!running.ok) {
		launch.fail(running.error);
		return;
	}
	for (const adGroup of adGroups) {
		const own = running.record.get(String(adGroup.existing?.id)) ?? [];
		adGroup.runningChildren = [...new Set([...adGroup.runningChildren, ...own])];
	}
}
