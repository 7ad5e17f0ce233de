import type { WorkerContext } from '../../context';
import { amountsIn } from '../../fields/amounts';
import { readInput } from '../../fields/inputs';
import { attempt, contained, failed, succeeded, unexpected, type Outcome } from '../../outcome';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { createAdGroupInput } from '../adGroup/adGroupInput';
import { createCampaignInput } from '../campaign/campaignInput';
import { promoteProductGroupInput } from '../productGroup/promotionInput';
import { requirePlausible } from '../plausibleAmounts';
import { begun, forEachGood, goodOnes, onlyOne } from '../drafts';
import { activate } from './activate';
import { noteOtherChildren } from './noteOtherChildren';
import { requireBelowCeiling } from './requireBelowCeiling';
import { requireWithinLimits } from './requireWithinLimits';
import { createMissing } from './createMissing';
import { addMissingKeywords } from './launchKeywords';
import {
	checkPins,
	compareWithExisting,
	draftEntities,
	requireNothingElseStarts,
} from './judgeLaunch';
import { requirePromotable } from './requirePromotable';
import { Launch, LAUNCH_LEVELS } from './launch';
import { launchError, located } from './launchError';
import type { NewLaunch } from './input/launchFields';
import { launchInput, type LaunchInput } from './input/launchInput';
import { launchRecord, type LaunchRecord } from './launchRecord';
import { findExisting } from './findExisting';
import { previewLaunches } from './previewLaunch';
import { untilLaunchListed } from './untilLaunchListed';

/**
 * Launches campaigns: each input becomes a campaign with its ad groups, keywords and ads, or product groups where
 * its objective sells from a catalog. Everything is
 * parsed, judged and looked for at Pinterest before anything is created; what is missing is created
 * PAUSED, all inputs together, level by level, up to 30 with a request; and what is wanted ACTIVE is
 * switched on only when all of it exists, campaign first and ads last.
 *
 * Running an input again after a failure completes it: campaigns and ad groups are found by their name
 * under their parent, ads by their Pin (and name), product groups by themselves, or by an id that the input gives. What exists but
 * would spend differently than asked ends the launch, and so does what could spend more than its ceiling.
 * @param inputs each with `campaign` and `adGroups`, or flat for one ad group: the fields of both creates side
 * by side (`name` is the campaign's), with `pinIds`. Max Daily Budget and Max Lifetime Budget are a ceiling: each
 * cap and budget has to stay below the one of its kind, and so have the ad groups' budgets together where the
 * campaign has no cap; with one of them set, amounts of the other kind are refused
 * @returns one outcome per input, in their order; the error of one that failed half way names what
 * exists, in its message and in `details.created`
 */
export async function launchCampaigns(
	context: WorkerContext,
	inputs: readonly NewLaunch[],
): Promise<Array<Outcome<LaunchRecord>>> {
	const accounts = new Accounts(context);
	const begunLaunches = await forEachGood(begun(inputs), async (raw) => {
		const input = readInput(launchInput, raw);
		const account = await accounts.find(input.adAccountId);
		await requirePlausibleAmounts(context, account, input);
		return new Launch(input, account);
	});
	const launches = goodOnes(begunLaunches);
	await carryOut(context, launches);
	return begunLaunches.map((outcome) => {
		if (!outcome.ok) return outcome;
		const launch = outcome.record;
		return launch.error ? failed(launchError(launch)) : succeeded(launchRecord(launch));
	});
}

/**
 * Looks for what exists of the launches, creates what is missing, and switches on what is wanted ACTIVE. What has
 * ended one is its `error`, see {@link launchError}; the others go on.
 */
export async function carryOut(context: WorkerContext, launches: readonly Launch[]): Promise<void> {
	const ended = await contained(run(context, launches), (cause) =>
		unexpected('unavailable', 'The launch broke off', cause),
	);
	// What exists by then is named all the same.
	if (!ended.ok) for (const launch of launches) launch.fail(ended.error);
	const waiting = launches.filter(
		({ error, waitsUntilListed }) => error !== undefined || waitsUntilListed,
	);
	const isListed = await untilLaunchListed(context, waiting);
	for (const launch of waiting) launch.isListed = isListed;
}

/**
 * Launches one campaign; see {@link launchCampaigns}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function launchCampaign(
	context: WorkerContext,
	input: NewLaunch,
): Promise<LaunchRecord> {
	return await onlyOne(launchCampaigns(context, [input]));
}

async function run(context: WorkerContext, launches: readonly Launch[]): Promise<void> {
	// Top-down: a child is judged and looked for under a parent that was.
	for (const { kind, entriesOf } of LAUNCH_LEVELS) {
		await draftEntities(context, entriesOf(launches));
		await findExisting(context, kind, entriesOf(launches));
		compareWithExisting(entriesOf(launches));
		if (kind.path === 'campaigns') requirePromotable(launches);
	}
	requireBelowCeiling(launches);
	await requireWithinLimits(context, launches);
	await checkPins(context, launches);
	await noteOtherChildren(context, launches);
	requireNothingElseStarts(launches);
	if (context.preview) return await previewLaunches(context, launches);
	for (const { kind, entriesOf } of LAUNCH_LEVELS) {
		await createMissing(context, kind, entriesOf(launches));
		if (kind.path === 'ad_groups') await addMissingKeywords(context, launches);
	}
	await activate(context, launches);
}

async function requirePlausibleAmounts(
	context: WorkerContext,
	account: Account,
	{ campaign, adGroups }: LaunchInput,
): Promise<void> {
	const parts = [
		{
			where: campaign.where,
			amounts: campaign.input ? amountsIn(createCampaignInput.fields, campaign.input) : [],
		},
		...adGroups.map(({ where, input }) => ({
			where,
			amounts: input ? amountsIn(createAdGroupInput.fields, input) : [],
		})),
		...adGroups
			.flatMap(({ promotions }) => promotions)
			.map(({ where, input }) => ({
				where,
				amounts: input ? amountsIn(promoteProductGroupInput.fields, input) : [],
			})),
	];
	for (const { where, amounts } of parts) {
		const judged = await attempt(requirePlausible(context, account, amounts));
		if (!judged.ok) throw located(judged.error, where);
	}
}
