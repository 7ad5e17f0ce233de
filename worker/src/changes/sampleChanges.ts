import { PinterestAdsError } from '../client/errors';
import type { WorkerContext } from '../context';
import type { ChangeEvent } from './changeEvent';
import { compareLooks, scopeOf, type LastSeen } from './findChanges';
import type { WatchedChanges } from './watchedChanges';
import { CHANGES } from './changeKinds';
import { noEventsSeen } from './eventChanges';
import { allRight, type PerformanceLimit } from './figures/performanceChanges';
import { limitsOf } from './figures/performanceLimits';
import { observe, type Observed } from './observe';
import { bestQuality } from './qualityChanges';
import type { HeldToken } from './tokenChanges';

/**
 * What the chosen changes would look like: for each one, something real of the ad account that is in the state
 * now, as if it had just come into it.
 * @throws PinterestAdsError `not-found` where there is nothing for any of them
 */
export async function sampleChanges(
	context: WorkerContext,
	wanted: WatchedChanges,
	readToken: () => Promise<HeldToken>,
): Promise<ChangeEvent[]> {
	const observed = await observe(context, wanted);
	const events = compareLooks(
		wanted,
		nothingSeen(wanted, observed),
		observed,
		await readToken(),
	).events;
	const samples = CHANGES.flatMap(({ id }) => {
		const found = events.find(({ event }) => event.change === id);
		return found ? [found.event] : [];
	});
	if (samples.length > 0) return samples;
	const chosen = CHANGES.filter(({ id }) => wanted.changes.has(id)).map(({ name }) => name);
	throw new PinterestAdsError(
		'not-found',
		`There is nothing in the ad account ${observed.adAccountId} now that could serve as a sample of: ${chosen.join(', ')}.`,
		{ action: 'choose-more-changes' },
	);
}

/** As if nothing had been in its present state before, and whatever does not deliver or come had done so. */
function nothingSeen(wanted: WatchedChanges, observed: Observed): LastSeen {
	const { adAccountId, at, campaigns, events, quality, performance } = observed;
	const { cost, roas } = limitsOf(wanted);
	const right = (limit: PerformanceLimit | undefined) =>
		limit && performance && allRight(performance.performances, limit, performance.scope);
	return {
		...{ adAccountId, scope: scopeOf(wanted) },
		audiences: {},
		ads: { approved: [], rejected: [] },
		campaigns: campaigns?.filter(({ canDeliver }) => !canDeliver).map(({ id }) => id) ?? [],
		...(events && { events: noEventsSeen(at, events, quality) }),
		...(quality && { quality: bestQuality(quality) }),
		spend: { limitMicro: wanted.limit?.micro ?? 0, days: [] },
		...{ cost: right(cost), roas: right(roas) },
	};
}
