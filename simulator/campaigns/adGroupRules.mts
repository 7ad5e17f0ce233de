import { ownedOne, type Call } from '../api/call.mts';
import { isGiven, requirePositive, requireSchedule, requireTrackingUrls } from './adEntities.mts';
import { breach, notFound, refused } from '../api/refusal.mts';
import type { AdEntity, Body } from '../world/world.mts';

/** Objective and billable event that need a bid, unless Pinterest bids by itself. */
const BID_REQUIRED = [
	'AWARENESS/IMPRESSION',
	'CONSIDERATION/CLICKTHROUGH',
	'CATALOG_SALES/CLICKTHROUGH',
];
const CBO_AD_GROUPS = 70;

/**
 * What an ad group breaks by itself. For an update, `held` is what Pinterest has already: a rule
 * that the change breaks only together with it is not a defect of the client.
 */
export function requireAdGroupRules(change: Body, held?: Body, isDraft = false): void {
	requirePositive(change, 'budget_in_micro_currency', 'bid_in_micro_currency');
	requireSchedule(change);
	requireTrackingUrls(change);
	const multiplier = change.bid_multiplier;
	if (typeof multiplier === 'number' && multiplier > 0 && multiplier < 0.1) {
		throw breach('bid_multiplier must be from 0.1 to 10, or 0.');
	}
	const fields: Body = { ...held, ...change };
	const fail = held ? refused : breach;
	if (held) {
		const { start_time, end_time } = fields;
		if (isGiven(start_time) && isGiven(end_time) && Number(end_time) <= Number(start_time)) {
			throw refused('end_time must be after start_time.');
		}
		if (!isDraft) requireFixed(change, held);
	}
	requireTemplateAlone(change);
	if (fields.budget_type === 'LIFETIME' && !isGiven(fields.end_time)) {
		throw fail('A LIFETIME budget needs an end_time.');
	}
	if (isGiven(fields.lifetime_frequency_cap)) {
		if (fields.billable_event !== 'IMPRESSION') {
			throw fail('lifetime_frequency_cap needs the billable event IMPRESSION.');
		}
		if (!isGiven(fields.end_time)) {
			throw fail('lifetime_frequency_cap needs an end_time.');
		}
	}
}

/** What only a draft may still change. */
function requireFixed(change: Body, held: Body): void {
	const before: Body = { budget_type: 'DAILY', ...held };
	for (const name of ['billable_event', 'budget_type']) {
		if (isGiven(change[name]) && change[name] !== before[name]) {
			throw refused(`${name} can only be changed while the ad group is a draft.`);
		}
	}
}

const BESIDE_A_TEMPLATE = [
	'targeting_spec',
	'tracking_urls',
	'auto_targeting_enabled',
	'placement_group',
];

/** A targeting template takes the place of all other targeting; '0' takes it away. */
function requireTemplateAlone(change: Body): void {
	const [template] = Array.isArray(change.targeting_template_ids)
		? (change.targeting_template_ids as unknown[])
		: [];
	if (template === undefined || template === '0') return;
	const beside = BESIDE_A_TEMPLATE.find((name) => isGiven(change[name]));
	if (beside) throw breach(`targeting_template_ids cannot be combined with ${beside}.`);
}

/** What an ad group may not be under the campaign that it belongs to. */
export function requireCampaignRules(
	call: Call,
	campaign: AdEntity,
	fields: Body,
	own?: string,
): void {
	const objective = String(campaign.fields.objective_type);
	requireBudget(call, campaign, fields, own);
	if (isGiven(fields.end_time) && Number(fields.end_time) <= call.sim.clock.seconds()) {
		throw refused('end_time lies in the past.');
	}
	const strategy = fields.bid_strategy_type;
	if (objective === 'VIDEO_COMPLETION' && isGiven(strategy) && strategy !== 'AUTOMATIC_BID') {
		throw refused('VIDEO_COMPLETION campaigns only take the bid strategy AUTOMATIC_BID.');
	}
	const needsBid = BID_REQUIRED.includes(`${objective}/${String(fields.billable_event)}`);
	if (needsBid && strategy !== 'AUTOMATIC_BID' && !isGiven(fields.bid_in_micro_currency)) {
		throw refused(
			`bid_in_micro_currency is required for ${objective} with ${String(fields.billable_event)}.`,
		);
	}
	requireGoal(call, objective, fields);
}

function requireBudget(call: Call, campaign: AdEntity, fields: Body, own?: string): void {
	const { budget_type = 'DAILY', budget_in_micro_currency, pacing_delivery_type } = fields;
	if (campaign.fields.is_campaign_budget_optimization !== true) {
		if (budget_type === 'CBO_ADGROUP') {
			throw refused('CBO_ADGROUP is for campaigns with campaign budget optimization.');
		}
		if (!isGiven(budget_in_micro_currency)) throw refused('budget_in_micro_currency is required.');
		return;
	}
	if (budget_type !== 'CBO_ADGROUP') {
		throw refused('Under campaign budget optimization the budget_type must be CBO_ADGROUP.');
	}
	if (pacing_delivery_type === 'ACCELERATED') {
		throw refused('Under campaign budget optimization the pacing must be STANDARD.');
	}
	const siblings = [...call.sim.world.adGroups.values()].filter(
		(adGroup) => adGroup.fields.campaign_id === campaign.id && adGroup.id !== own,
	);
	if (siblings.length >= CBO_AD_GROUPS) {
		throw refused(`A campaign with budget optimization holds up to ${CBO_AD_GROUPS} ad groups.`);
	}
}

function requireGoal(call: Call, objective: string, fields: Body): void {
	const metadata = fields.optimization_goal_metadata as Body | undefined | null;
	const goal = metadata?.conversion_tag_v3_goal_metadata as Body | undefined;
	if (objective === 'WEB_CONVERSION' && !goal) {
		throw refused('optimization_goal_metadata is required for WEB_CONVERSION.');
	}
	if (!goal) return;
	if (!isGiven(goal.conversion_event)) {
		throw breach('optimization_goal_metadata needs a conversion_event.');
	}
	const forValue =
		goal.conversion_event === 'CHECKOUT' && fields.bid_strategy_type === 'AUTOMATIC_BID';
	if (goal.is_roas_optimized === true && !forValue) {
		throw breach('is_roas_optimized needs the event CHECKOUT and the bid strategy AUTOMATIC_BID.');
	}
	if (!ownedOne(call, call.sim.world.conversionTags, goal.conversion_tag_id)) {
		throw notFound('Conversion tag');
	}
}
