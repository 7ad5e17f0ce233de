import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { contained, unexpected } from '../../outcome';
import { CAMPAIGN, PROMOTION, type Entity } from '../../entities';
import { factsOf } from '../campaign/campaignFacts';
import { adDraft } from '../ad/createAds';
import { adGroupDraft } from '../adGroup/createAdGroups';
import { campaignDraft } from '../campaign/createCampaigns';
import type { Draft } from '../drafts';
import { alreadyKnown, type Known } from '../parents';
import { promotionDraft } from '../productGroup/promotionDraft';
import type { PromotionInput } from '../productGroup/promotionInput';
import { lookUpPins, noSuchPin, pinWarnings } from '../ad/pinCheck';
import { checkedTargeting } from '../targeting/targetingCheck';
import { differences } from './differences';
import {
	LaunchAdGroup,
	LAUNCH_LEVELS,
	type Launch,
	type LaunchEntity,
	type LaunchEntry,
} from './launch';
import { located } from './launchError';
import { fieldOf } from './findExisting';
import { asItIs, purposeOf } from './sameCampaign';

/** What would be sent for each entity of a level, judged under its parents as they are or will be. */
export async function draftEntities(
	context: WorkerContext,
	entries: readonly LaunchEntry[],
): Promise<void> {
	for (const { launch, entity, parent } of entries) {
		const { input, prepared } = entity.asked;
		if (launch.error || (input === undefined && prepared === undefined)) continue;
		const drafted = await judged(entity, checkedDraft(context, launch, entity, parent));
		if (drafted.ok) entity.draft = drafted.record;
		else launch.fail(located(drafted.error, entity.asked.where));
	}
}

const judged = async (entity: LaunchEntity, drafted: Promise<Draft>) =>
	await contained(drafted, (cause) =>
		unexpected('invalid', `The ${entity.kind.noun} could not be judged`, cause),
	);

async function checkedDraft(
	context: WorkerContext,
	launch: Launch,
	entity: LaunchEntity,
	parent: LaunchEntity | undefined,
): Promise<Draft> {
	const { prepared, besides } = entity.asked;
	if (prepared !== undefined) {
		const { id: adAccountId, currency } = launch.account;
		return { adAccountId, currency, body: prepared, warnings: [] };
	}
	if (entity instanceof LaunchAdGroup && entity.asked.input) {
		const targeting = await checkedTargeting(context, launch.account.id, entity.asked.input);
		entity.asked = { ...entity.asked, input: { ...entity.asked.input, targeting } };
	}
	const drafted = await draftUnder(context, launch, entity, parent);
	return besides ? { ...drafted, body: { ...drafted.body, ...besides } } : drafted;
}

/**
 * Looks at the Pins of ads that are to be created, which tell an automatic creative type; those that cannot be
 * read are Pinterest's to judge. What is prepared has its type.
 */
export async function checkPins(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<void> {
	const missing = LAUNCH_LEVELS[2]
		.entriesOf(launches)
		.filter(({ entity }) => entity.existing === undefined && !entity.asked.prepared);
	const pinId = ({ entity }: LaunchEntry) => (entity as LaunchAd).asked.input?.pinId ?? '';
	const reference = (entry: LaunchEntry) => ({
		adAccountId: entry.launch.account.id,
		id: pinId(entry),
	});
	const pinOf = await lookUpPins(context, missing.map(reference));
	for (const entry of missing) {
		const pin = pinOf(reference(entry));
		const { launch, entity, parent } = entry;
		const { where, input } = (entity as LaunchAd).asked;
		if (pin.state === 'missing') {
			launch.fail(noSuchPin(fieldOf(where, 'pinId'), pinId(entry)));
			continue;
		}
		const drafted = await judged(entity, draftUnder(context, launch, entity, parent, pin));
		if (drafted.ok) entity.draft = drafted.record;
		else launch.fail(located(drafted.error, where));
		if (input) entity.warnings.push(...pinWarnings(pin, input));
	}
}

type LaunchAd = Launch['ads'][number];

async function draftUnder(
	context: WorkerContext,
	launch: Launch,
	entity: LaunchEntity,
	parent: LaunchEntity | undefined,
	pin?: Known,
): Promise<Draft> {
	const { account, campaign } = launch;
	if (entity === campaign && campaign.asked.input) {
		return campaignDraft(campaign.asked.input, account, context.clock.now(), purposeOf(launch));
	}
	if (parent === campaign) {
		const { input } = (entity as LaunchAdGroup).asked;
		if (input) {
			return await adGroupDraft(context, { input, account }, factsOf(plannedOf(campaign)));
		}
	}
	const adGroup = plannedOf(parent as LaunchEntity);
	if (entity.kind === PROMOTION) {
		const input = entity.asked.input as PromotionInput;
		return promotionDraft({ input, account }, { adGroup, campaign: factsOf(plannedOf(campaign)) });
	}
	const { input } = (entity as LaunchAd).asked;
	const reference = { adAccountId: account.id, id: String(adGroup.campaign_id) };
	const known = alreadyKnown(reference, plannedOf(campaign));
	return adDraft({ input: input!, account }, adGroup, known, pin);
}

/** As it is, or else as it will be. */
export const plannedOf = ({ existing, draft: planned }: LaunchEntity): Entity =>
	existing ?? ({ ...planned?.body, id: NOT_YET } as Entity);
const NOT_YET = '0';

/** Ends launches for which something exists already that would spend differently than they ask for. */
export function compareWithExisting(entries: readonly LaunchEntry[]): void {
	for (const { launch, entity, parent } of entries) {
		if (!launch.error && entity.existing && !entity.isCreated)
			compareEntity(launch, entity, parent);
	}
}

/** @returns whether it is what was asked for */
export function compareEntity(
	launch: Launch,
	entity: LaunchEntity,
	parent?: LaunchEntity,
): boolean {
	const { kind, asked, existing, draft: planned } = entity;
	if (!existing || !planned) return true;
	const { where } = asked;
	const { body, notes } = asItIs(launch, entity, entity.bodyUnder(parent?.existing?.id));
	const label = (field: string) => fieldOf(where, field);
	const { refused, warnings } = differences(kind, body, existing, launch.account.currency, label);
	entity.warnings.push(...planned.warnings, ...notes, ...warnings);
	if (refused.length === 0) return true;
	const said = refused.map(({ field, message }) => `${field} ${message}`).join('; ');
	const isNamed = asked.id === undefined;
	const why = isNamed ? 'exists already' : 'is given';
	launch.fail(
		new PinterestAdsError(
			'invalid',
			`The ${kind.noun} ${existing.id} ${why}, but differs: ${said}`,
			{
				field: refused[0].field,
				hint: launch.isCopy
					? 'What exists is not changed by another run. Give the copy another Name, so that a new one is made, or put right at Pinterest what differs.'
					: `It is not changed by a launch. Ask for what it is, change it at Pinterest, or ${isNamed ? `give a name that is free, so that a new ${kind.noun} is created` : 'leave the ID empty'}.`,
				details: refused.length > 1 ? { problems: refused } : undefined,
			},
		),
	);
	return false;
}

/**
 * Ends launches whose activation would also let others deliver: below a paused campaign or ad group that existed
 * before, what is switched on and not theirs.
 */
export function requireNothingElseStarts(launches: readonly Launch[]): void {
	const own = new Set(
		launches.flatMap(({ entities }) => entities.flatMap(({ existing }) => existing?.id ?? [])),
	);
	for (const launch of launches) {
		if (launch.error || launch.wanted !== 'ACTIVE') continue;
		const { campaign, adGroups } = launch;
		for (const entity of [campaign, ...adGroups]) {
			// An ad group that is switched on delivers nothing while its campaign is paused.
			const paused = [entity, campaign].find(({ status }) => status !== 'ACTIVE');
			if (!entity.existing || entity.isCreated || paused === undefined) continue;
			const others = entity.runningChildren.filter((id) => !own.has(id));
			if (others.length > 0) launch.fail(othersWouldStart(entity, paused, others));
		}
	}
}

function othersWouldStart(
	{ kind, existing, asked }: LaunchEntity,
	paused: LaunchEntity,
	others: readonly string[],
): PinterestAdsError {
	const children = kind === CAMPAIGN ? 'ad groups' : 'ads or promotions';
	const listed = `${others.slice(0, 10).join(', ')}${others.length > 10 ? ', …' : ''}`;
	const id = paused.existing?.id ?? '';
	const below = paused.existing === existing ? 'it' : `its ${kind.noun} ${existing?.id}`;
	return new PinterestAdsError(
		'invalid',
		`The ${paused.kind.noun} ${id} is ${paused.status}, and below ${below} are ${children} that are ACTIVE and not of this launch (${listed}): switching it on would let them deliver too`,
		{
			field: fieldOf(asked.where, 'status'),
			hint: `Pause those ${children} or switch the ${paused.kind.noun} on yourself, then run this again; or launch PAUSED, or under another name.`,
			details: { others },
		},
	);
}
