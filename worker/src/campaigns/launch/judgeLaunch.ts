import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { contained, unexpected } from '../../outcome';
import { CAMPAIGN, type Entity, type Fields } from '../../entities';
import { factsOf } from '../campaign/campaignFacts';
import { adDraft } from '../ad/createAds';
import { adGroupDraft } from '../adGroup/createAdGroups';
import { campaignDraft } from '../campaign/createCampaigns';
import type { Draft } from '../drafts';
import { alreadyKnown, type Known } from '../parents';
import { lookUpPins, noSuchPin, pinWarnings } from '../ad/pinCheck';
import { checkedTargeting } from '../targeting/targetingCheck';
import { differences } from './differences';
import {
	LaunchAdGroup,
	LAUNCH_LEVELS,
	type Launch,
	type LaunchEntity,
	type EntityInLaunch,
} from './launch';
import { located } from './launchError';
import { fieldOf } from './findExisting';

/** What would be sent for each piece of a level, judged under its parents as they stand or will stand. */
export async function draftEntities(
	context: WorkerContext,
	places: readonly EntityInLaunch[],
): Promise<void> {
	for (const { launch, piece, parent } of places) {
		if (launch.error || piece.asked.input === undefined) continue;
		const drafted = await judged(piece, checkedDraft(context, launch, piece, parent));
		if (drafted.ok) piece.draft = drafted.record;
		else launch.fail(located(drafted.error, piece.asked.where));
	}
}

const judged = async (piece: LaunchEntity, drafted: Promise<Draft>) =>
	await contained(drafted, (cause) =>
		unexpected('invalid', `The ${piece.kind.noun} could not be judged`, cause),
	);

async function checkedDraft(
	context: WorkerContext,
	launch: Launch,
	piece: LaunchEntity,
	parent: LaunchEntity | undefined,
): Promise<Draft> {
	if (piece instanceof LaunchAdGroup && piece.asked.input) {
		const targeting = await checkedTargeting(context, launch.account.id, piece.asked.input);
		piece.asked = { ...piece.asked, input: { ...piece.asked.input, targeting } };
	}
	return await draftUnder(context, launch, piece, parent);
}

/**
 * Looks at the Pins of ads that are to be created, which tell an automatic creative type; those that cannot be
 * read are Pinterest's to judge.
 */
export async function checkPins(
	context: WorkerContext,
	launches: readonly Launch[],
): Promise<void> {
	const missing = LAUNCH_LEVELS[2]
		.placesOf(launches)
		.filter(({ piece }) => piece.entity === undefined);
	const pinId = ({ piece }: EntityInLaunch) => (piece as AdPiece).asked.input?.pinId ?? '';
	const reference = (place: EntityInLaunch) => ({
		adAccountId: place.launch.account.id,
		id: pinId(place),
	});
	const pinOf = await lookUpPins(context, missing.map(reference));
	for (const place of missing) {
		const pin = pinOf(reference(place));
		const { launch, piece, parent } = place;
		const { where, input } = (piece as AdPiece).asked;
		if (pin.state === 'missing') {
			launch.fail(noSuchPin(fieldOf(where, 'pinId'), pinId(place)));
			continue;
		}
		const drafted = await judged(piece, draftUnder(context, launch, piece, parent, pin));
		if (drafted.ok) piece.draft = drafted.record;
		else launch.fail(located(drafted.error, where));
		if (input) piece.warnings.push(...pinWarnings(pin, input));
	}
}

type AdPiece = Launch['ads'][number];

async function draftUnder(
	context: WorkerContext,
	launch: Launch,
	piece: LaunchEntity,
	parent: LaunchEntity | undefined,
	pin?: Known,
): Promise<Draft> {
	const { account, campaign } = launch;
	if (piece === campaign && campaign.asked.input) {
		return campaignDraft(campaign.asked.input, account, context.clock.now());
	}
	if (parent === campaign) {
		const { input } = (piece as LaunchAdGroup).asked;
		if (input) {
			return await adGroupDraft(context, { input, account }, factsOf(plannedOf(campaign)));
		}
	}
	const { input } = (piece as AdPiece).asked;
	const adGroup = plannedOf(parent as LaunchEntity);
	const reference = { adAccountId: account.id, id: String(adGroup.campaign_id) };
	const known = alreadyKnown(reference, plannedOf(campaign));
	return adDraft({ input: input!, account }, adGroup, known, pin);
}

/** As it stands, or else as it will. */
export const plannedOf = ({ entity, draft: planned }: LaunchEntity): Entity =>
	entity ?? ({ ...planned?.body, id: NOT_YET } as Entity);
const NOT_YET = '0';

/** Ends launches for which something stands already that would spend differently than they ask for. */
export function compareWithExisting(places: readonly EntityInLaunch[]): void {
	for (const { launch, piece, parent } of places) {
		if (!launch.error && piece.entity && !piece.isCreated) compareEntity(launch, piece, parent);
	}
}

/** @returns whether it is what was asked for */
export function compareEntity(launch: Launch, piece: LaunchEntity, parent?: LaunchEntity): boolean {
	const { kind, asked, entity, draft: planned } = piece;
	if (!entity || !planned) return true;
	const { where } = asked;
	const body: Fields = piece.bodyUnder(parent?.entity?.id);
	const label = (field: string) => fieldOf(where, field);
	const { refused, warnings } = differences(kind, body, entity, launch.account.currency, label);
	piece.warnings.push(...planned.warnings, ...warnings);
	if (refused.length === 0) return true;
	const said = refused.map(({ field, message }) => `${field} ${message}`).join('; ');
	const isNamed = asked.id === undefined;
	const why = isNamed ? 'exists already' : 'is given';
	launch.fail(
		new PinterestAdsError('invalid', `The ${kind.noun} ${entity.id} ${why}, but differs: ${said}`, {
			field: refused[0].field,
			hint: `It is not changed by a launch. Ask for what it is, change it at Pinterest, or ${isNamed ? `give a name that is free, so that a new ${kind.noun} is created` : 'leave the ID empty'}.`,
			details: refused.length > 1 ? { problems: refused } : undefined,
		}),
	);
	return false;
}

/**
 * Ends launches whose activation would also switch on what is not theirs: a paused campaign or ad group
 * that stood before, with others switched on below it.
 */
export function requireNothingElseStarts(launches: readonly Launch[]): void {
	const own = new Set(
		launches.flatMap(({ pieces }) => pieces.flatMap(({ entity }) => entity?.id ?? [])),
	);
	for (const launch of launches) {
		if (launch.error || launch.wanted !== 'ACTIVE') continue;
		for (const piece of [launch.campaign, ...launch.adGroups]) {
			const { kind, entity, runningChildren } = piece;
			if (!entity || piece.isCreated || piece.status === 'ACTIVE') continue;
			const others = runningChildren.filter((id) => !own.has(id));
			if (others.length === 0) continue;
			const children = kind === CAMPAIGN ? 'ad groups' : 'ads';
			launch.fail(
				new PinterestAdsError(
					'invalid',
					`The ${kind.noun} ${entity.id} is ${piece.status}, and below it are ${children} that are ACTIVE and not of this launch (${others.slice(0, 10).join(', ')}${others.length > 10 ? ', …' : ''}): switching it on would let them deliver too`,
					{
						field: fieldOf(piece.asked.where, 'status'),
						hint: `Pause those ${children} or switch the ${kind.noun} on yourself, then run this again; or launch PAUSED, or under another name.`,
						details: { others },
					},
				),
			);
		}
	}
}
