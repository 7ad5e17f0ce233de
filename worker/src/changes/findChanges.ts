import { fingerprint } from '../connection/token';
import type { WorkerContext } from '../context';
import { compareAds, type SeenAds } from './adChanges';
import { compareAudiences, type SeenAudiences } from './audienceChanges';
import { compareCampaigns, type SeenCampaigns } from './campaignChanges';
import type { LookResult } from './changeEvent';
import type { WatchedChanges } from './watchedChanges';
import { compareEvents, type SeenEvents } from './eventChanges';
import { observe, type Observed } from './observe';
import { compareQuality, type SeenQuality } from './qualityChanges';
import { compareBudget, type SeenBudget } from './figures/budgetChanges';
import { comparePerformance, type SeenPerformance } from './figures/performanceChanges';
import { limitsOf } from './figures/performanceLimits';
import { compareSpend, type SeenSpend } from './figures/spendChanges';
import { compareToken, type HeldToken, type SeenToken } from './tokenChanges';

/** The state of everything at the last look: plain JSON, to be kept by the caller. */
export interface LastSeen {
	readonly adAccountId: string;
	/** See {@link scopeOf}. */
	readonly scope: string;
	readonly audiences?: SeenAudiences;
	readonly ads?: SeenAds;
	readonly campaigns?: SeenCampaigns;
	readonly spend?: SeenSpend;
	readonly budget?: SeenBudget;
	readonly cost?: SeenPerformance;
	readonly roas?: SeenPerformance;
	readonly events?: SeenEvents;
	readonly quality?: SeenQuality;
	readonly token?: SeenToken;
}

/**
 * Looks at the ad account and tells what has changed since the last look. The first look at something tells
 * nothing (except a token that is about to end, and a spend that is heading over the budget), and so does the first one at another ad account or other
 * campaigns.
 * @param wanted see `readWanted`
 * @param seen what the last look gave; undefined before the first
 * @param readToken asked after the requests, which may have renewed the tokens
 */
export async function findChanges(
	context: WorkerContext,
	wanted: WatchedChanges,
	seen: LastSeen | undefined,
	readToken: () => Promise<HeldToken>,
): Promise<LookResult<LastSeen>> {
	const observed = await observe(
		context,
		wanted,
		(adAccountId) => comparable(wanted, seen, adAccountId).inScope?.campaigns ?? [],
	);
	return compareLooks(wanted, seen, observed, await readToken());
}

/** Pure: what lies between two looks. */
export function compareLooks(
	wanted: WatchedChanges,
	last: LastSeen | undefined,
	observed: Observed,
	token: HeldToken,
): LookResult<LastSeen> {
	const { adAccountId } = observed;
	const { seen, inScope, scope } = comparable(wanted, last, adAccountId);
	const { audiences, ads, campaigns, spend, pace, events, quality } = observed;
	const compared = {
		...(audiences && { audiences: compareAudiences(observed, seen?.audiences, audiences) }),
		...(ads && { ads: compareAds(observed, inScope?.ads, ads) }),
		...(campaigns && { campaigns: compareCampaigns(observed, inScope?.campaigns, campaigns) }),
		...(spend &&
			wanted.limit && {
				spend: compareSpend(observed, seen?.spend, spend, wanted.limit.micro),
			}),
		...(pace &&
			wanted.budget && {
				budget: compareBudget(observed, seen?.budget, pace, wanted.budget.micro),
			}),
		...comparePerformances(wanted, inScope, observed),
		...(events && { events: compareEvents(observed, seen?.events, events) }),
		...(quality && { quality: compareQuality(observed, seen?.quality, quality) }),
		...(wanted.changes.has('token_expiring') && {
			token: compareToken(observed, seen?.token, token),
		}),
	};
	const looked = Object.entries(compared) as Array<[string, LookResult<unknown>]>;
	return {
		seen: {
			...{ adAccountId, scope },
			...Object.fromEntries(looked.map(([part, { seen: now }]) => [part, now])),
		},
		events: looked
			.flatMap(([, { events: told }]) => told)
			.filter(({ event }) => wanted.changes.has(event.change)),
	};
}

function comparePerformances(
	wanted: WatchedChanges,
	seen: LastSeen | undefined,
	{ performance, ...look }: Observed,
): Pick<{ [Part in keyof LastSeen]: LookResult<LastSeen[Part]> }, 'cost' | 'roas'> {
	if (performance === undefined) return {};
	const { performances, scope } = performance;
	const { cost, roas } = limitsOf(wanted);
	return {
		...(cost && { cost: comparePerformance(look, seen?.cost, performances, cost, scope) }),
		...(roas && { roas: comparePerformance(look, seen?.roas, performances, roas, scope) }),
	};
}

/** What of the last look is still to be compared with: nothing of another ad account, or of other campaigns. */
function comparable(wanted: WatchedChanges, last: LastSeen | undefined, adAccountId: string) {
	const scope = scopeOf(wanted);
	const seen = last?.adAccountId === adAccountId ? last : undefined;
	return { scope, seen, inScope: seen?.scope === scope ? seen : undefined };
}

/** Tells one choice of campaigns from another. */
export const scopeOf = ({ campaignIds = [] }: WatchedChanges) => fingerprint(...campaignIds);
