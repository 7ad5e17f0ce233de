import { clientOf } from '../../client/client';
import type { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import type { Fields } from '../../entities';
import { CREATE } from '../batch/change';
import { ordersOverLimits } from '../batch/withinLimits';
import { plannedOf } from './judgeLaunch';
import { LAUNCH_LEVELS, type Launch, type LaunchEntry } from './launch';
import { located } from './launchError';

/**
 * Ends launches that the connection's spending limits do not allow, before anything is created or switched on. What
 * exists already counts as it is at Pinterest, where the launch would switch it on.
 */
export async function requireWithinLimits(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<void> {
	for (const { kind, entriesOf } of LAUNCH_LEVELS) {
		const entries = entriesOf(launches).filter(isTouched);
		const orders = entries.map((entry) => ({
			adAccountId: entry.launch.account.id,
			body: asItWillBe(entry),
		}));
		const over = await ordersOverLimits(context, kind, CREATE, orders);
		entries.forEach(({ launch, entity }, n) => {
			const error = over.get(n);
			if (error) launch.fail(isOfLaunch(error) ? error : located(error, entity.asked.where));
			else if (entity.existing) clientOf(context).learn(kind, launch.account.id, entity.existing);
		});
	}
}

/** Whether the launch creates it or switches it on. */
const isTouched = ({ launch, entity }: LaunchEntry) =>
	entity.existing === undefined || (launch.wanted === 'ACTIVE' && entity.status !== 'ACTIVE');

const AMOUNTS = [
	...['daily_spend_cap', 'lifetime_spend_cap', 'budget_in_micro_currency', 'budget_type'],
	...['bid_in_micro_currency', 'bid_multiplier', 'bid_options'],
];

/** What of it may cost money, once the launch is done. */
function asItWillBe({ launch, entity }: LaunchEntry): Fields {
	const planned = plannedOf(entity);
	const amounts = Object.entries(planned).filter(([name]) => AMOUNTS.includes(name));
	return { ...Object.fromEntries(amounts), status: launch.wanted };
}

/** The status is the launch's, not that of one of its parts. */
const isOfLaunch = ({ field }: PinterestAdsError) => field === 'Status';
