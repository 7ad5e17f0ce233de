import { PinterestAdsError } from '../../client/errors';
import { isObject, plainText } from '../../client/readers';
import type { Amount } from '../../fields/amounts';
import { readInput, type GivenTo } from '../../fields/inputs';
import type { Entity, Fields } from '../../entities';
import { createCampaignInput } from '../campaign/campaignInput';
import { OBJECTIVES } from '../campaign/objectives';
import type { AskedCampaign } from '../launch/input/launchInput';
import { carriedOf, realId, withoutNothing } from './accountedFields';
import type { CopyOptions } from './copyOptions';
import { isTurnedRound, windowOf, type Window } from './copiedWindow';
import { audienceMultipliers } from './idsInSource';
import { partOf, type Part } from './notCarried';

/** A campaign's copy, and when that runs. */
export interface CampaignCopy {
	readonly asked: Omit<AskedCampaign, 'keywords'>;
	readonly window: Window;
}

/**
 * The copy of a campaign, as an input of its create has it: so whatever holds of a new campaign's objective holds of
 * it too. What no input has is sent beside it.
 * @throws PinterestAdsError `invalid` for what has to be given anew
 */
export function copyCampaign(campaign: Entity, options: CopyOptions): CampaignCopy {
	const { findings, given, now, name, useSuccessor } = options;
	const part = partOf('campaign', campaign.id, campaign.name);
	const window = windowOf(campaign, given, { part, findings, now });
	if (isTurnedRound(window)) throw turnedRound(part);
	const carried = carriedOf('campaigns', campaign);
	const caps = capsOf(campaign, options);
	const isSpread = campaign.is_campaign_budget_optimization === true;
	if (isSpread && caps.lifetimeSpendCap !== undefined && window.endTime === undefined) {
		throw withoutEnd(part, 'a lifetime budget');
	}
	const input = readInput(createCampaignInput, {
		...{ name, ...objectiveOf(campaign), useSuccessor, ...caps, ...window, ...ofInput(carried) },
		orderLineId: orderLineOf(campaign, part, options),
		status: 'PAUSED',
	} as GivenTo<typeof createCampaignInput>);
	const besides = {
		...notOfInput(carried),
		...promotionTypeOf(campaign),
		...bidOptionsOf(campaign, part, options),
	};
	return { asked: { where: '', input, besides }, window };
}

/** Those of the input that are sent under a name of their own. */
const INPUT_FIELDS = new Map(
	Object.entries(createCampaignInput.fields).flatMap(([name, { sentAs }]) =>
		// An address that is at Pinterest is good enough.
		sentAs === undefined || sentAs === 'tracking_urls' ? [] : [[sentAs as string, name]],
	),
);

const ofInput = (carried: Fields): Fields =>
	Object.fromEntries(
		Object.entries(carried).flatMap(([name, value]) => {
			const field = INPUT_FIELDS.get(name);
			return field === undefined ? [] : [[field, value]];
		}),
	);

const notOfInput = (carried: Fields): Fields =>
	Object.fromEntries(Object.entries(carried).filter(([name]) => !INPUT_FIELDS.has(name)));

/** As Pinterest calls it; one that is not known here goes by its own name. */
function objectiveOf({ objective_type }: Entity): Fields {
	const objective = plainText(objective_type);
	return Object.hasOwn(OBJECTIVES, objective) ? { objective } : { customObjective: objective };
}

/** What a campaign is for. LEGACY is what Pinterest says of objectives that end, and takes from nobody. */
const promotionTypeOf = ({ intended_promotion_type: type }: Entity): Fields =>
	type === 'CATALOG' || type === 'STANDARD_AD' ? { intended_promotion_type: type } : {};

/** A cap that is given takes the place of either kind. */
function capsOf(
	{ daily_spend_cap, lifetime_spend_cap }: Entity,
	{ amounts, scale }: CopyOptions,
): { dailySpendCap?: number; lifetimeSpendCap?: number } {
	const micro = (amount: Amount | undefined) => amount?.micro;
	if ((amounts.dailySpendCap ?? amounts.lifetimeSpendCap) !== undefined) {
		return {
			dailySpendCap: micro(amounts.dailySpendCap),
			lifetimeSpendCap: micro(amounts.lifetimeSpendCap),
		};
	}
	return { dailySpendCap: scale(daily_spend_cap), lifetimeSpendCap: scale(lifetime_spend_cap) };
}

function orderLineOf(
	{ order_line_id }: Entity,
	part: Part,
	{ target, findings }: CopyOptions,
): string | undefined {
	const id = realId(order_line_id);
	if (id === undefined) return undefined;
	const match = target.ofAccount(id);
	if ('id' in match) return match.id;
	findings.leaveOut(part, `order line ${id}`, match.why, match.whatToDo);
	return undefined;
}

/** Those by audience are by the IDs of the ad account's audiences. */
function bidOptionsOf(campaign: Entity, part: Part, { target, findings }: CopyOptions): Fields {
	const { bid_options } = campaign;
	if (!isObject(bid_options)) return {};
	const multipliers: Record<string, unknown> = {};
	for (const [id, factor] of Object.entries(audienceMultipliers(campaign))) {
		const match = target.audience(id);
		if ('id' in match) {
			multipliers[match.id] = factor;
			if (match.said !== undefined) findings.warn(match.said, part);
			continue;
		}
		const what = `bid multiplier of the ${target.audienceName(id)}`;
		findings.leaveOut(part, what, match.why, match.whatToDo);
		findings.warn(
			`{of} bids on everybody alike who is in the ${target.audienceName(id)}: its bid multiplier (${plainText(factor)}) could not be copied.`,
			part,
		);
	}
	const options = withoutNothing({ ...bid_options, audience_multipliers: multipliers });
	return options === undefined ? {} : { bid_options: options };
}

/** What cannot be without an end, whose own is past. */
export const withoutEnd = ({ called }: Part, has: string) =>
	new PinterestAdsError(
		'invalid',
		`End Time: is missing; the ${called} has ${has}, which needs an end, and its own is past`,
		{ field: 'End Time', hint: 'Give the copy an End Time.' },
	);

/** A new time that does not go with one of the original's. */
export const turnedRound = ({ called }: Part) =>
	new PinterestAdsError(
		'invalid',
		`End Time: the copy of the ${called} would end before it starts, by the time that is given and the other one of the original`,
		{ field: 'End Time', hint: 'Give both Start Time and End Time.' },
	);
