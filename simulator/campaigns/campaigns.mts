import { batch } from '../api/batch.mts';
import { ok, ownedOne, type Call, type Handler } from '../api/call.mts';
import {
	filtered,
	keptFields,
	isGiven,
	requireChangeable,
	requireNewStatus,
	requirePositive,
	requireSameAccount,
	requireSchedule,
	requireTrackingUrls,
	summaryStatus,
} from './adEntities.mts';
import { noteDelivery } from '../world/delivery.mts';
import { requireName } from '../api/names.mts';
import { pageOf } from '../api/paging.mts';
import { breach, notFound, refused } from '../api/refusal.mts';
import { promotionType, requireOpenObjective, requirePromotionType } from './promotionTypes.mts';
import type { Simulation } from '../simulation.mts';
import type { AdEntity, Body } from '../world/world.mts';

export function campaignBody(sim: Simulation, campaign: AdEntity): Body {
	return {
		is_campaign_budget_optimization: false,
		is_flexible_daily_budgets: false,
		is_automated_campaign: false,
		is_performance_plus: false,
		daily_spend_cap: null,
		lifetime_spend_cap: null,
		start_time: null,
		end_time: null,
		...promotionType(campaign.fields),
		...campaign.fields,
		id: campaign.id,
		ad_account_id: campaign.ad_account_id,
		status: campaign.status,
		summary_status: summaryStatus(campaign, sim.clock.seconds()),
		type: 'campaign',
		created_time: campaign.created_time,
		updated_time: campaign.updated_time,
	};
}

export const listCampaigns: Handler = (call) => {
	const { campaigns } = call.sim.world;
	const all = filtered(call, campaigns, { campaign_ids: (campaign) => campaign.id });
	const page = pageOf(all, call);
	return ok({ ...page, items: page.items.map((campaign) => campaignBody(call.sim, campaign)) });
};

export const getCampaign: Handler = (call) => {
	const found = ownedOne(call, call.sim.world.campaigns, call.params.campaign_id);
	if (!found) throw notFound('Campaign');
	return ok(campaignBody(call.sim, found));
};

export const createCampaigns: Handler = (call) =>
	batch(call, 'array', (element) => {
		const { sim } = call;
		requireName(element.name);
		requireOwnRules(call, element);
		requirePromotionType(element);
		requireOpenObjective(sim, element.objective_type);
		requireNewStatus(element.status);
		if (element.is_campaign_budget_optimization === true && !hasCap(element)) {
			throw breach('Campaign budget optimization needs a daily or a lifetime spend cap.');
		}
		requireBudgetRules(sim, element);
		const fields = keptFields(element);
		const now = sim.clock.seconds();
		const campaign: AdEntity = {
			id: sim.world.ids.next('campaign'),
			ad_account_id: call.account.id,
			status: String(element.status ?? 'ACTIVE'),
			created_time: now,
			updated_time: now,
			fields,
		};
		sim.keep(sim.world.campaigns, campaign);
		return campaignBody(sim, campaign);
	});

export const updateCampaigns: Handler = (call) =>
	batch(call, 'array', (element) => {
		const { sim } = call;
		const campaign = ownedOne(call, sim.world.campaigns, element.id);
		if (!campaign) throw notFound('Campaign');
		requireChangeable(campaign);
		if (element.name !== undefined) requireName(element.name);
		requireOwnRules(call, element);
		const changes = keptFields(element);
		requireFixed(sim, changes, campaign);
		const merged = { ...campaign.fields, ...changes };
		if (isGiven(merged.daily_spend_cap) && isGiven(merged.lifetime_spend_cap)) {
			throw refused('The campaign has a spend cap of the other kind: set that one to null.');
		}
		requireBudgetRules(sim, merged);
		campaign.fields = merged;
		campaign.status = String(element.status ?? campaign.status);
		campaign.updated_time = sim.clock.seconds();
		noteDelivery(sim, { campaignId: campaign.id });
		return campaignBody(sim, campaign);
	});

/** What only a draft may still change. */
function requireFixed(sim: Simulation, changes: Body, campaign: AdEntity): void {
	const held = { ...promotionType(campaign.fields), ...campaign.fields };
	const { objective_type = held.objective_type, intended_promotion_type: type } = changes;
	const isOther = objective_type !== held.objective_type;
	const isForOther = isGiven(type) && type !== held.intended_promotion_type;
	if ((isOther || isForOther) && campaign.status !== 'DRAFT') {
		const what = isOther ? 'objective' : 'intended_promotion_type';
		throw refused(`The ${what} of a campaign can only be changed while it is a draft.`);
	}
	if (isOther) requireOpenObjective(sim, objective_type);
	requirePromotionType(changes, campaign.fields);
}

const hasCap = (fields: Body) =>
	isGiven(fields.daily_spend_cap) || isGiven(fields.lifetime_spend_cap);

/** What an element breaks by itself. */
function requireOwnRules(call: Call, element: Body): void {
	requireSameAccount(call, element);
	if (isGiven(element.daily_spend_cap) && isGiven(element.lifetime_spend_cap)) {
		throw breach('Only one of daily_spend_cap and lifetime_spend_cap may be given.');
	}
	requirePositive(
		element,
		'daily_spend_cap',
		'lifetime_spend_cap',
		'default_ad_group_budget_in_micro_currency',
	);
	requireSchedule(element);
	requireTrackingUrls(element);
}

/** What depends on the whole campaign as it will be, or on the time. */
function requireBudgetRules(sim: Simulation, fields: Body): void {
	if (isGiven(fields.end_time) && Number(fields.end_time) <= sim.clock.seconds()) {
		throw refused('end_time lies in the past.');
	}
	if (fields.is_campaign_budget_optimization === true) {
		if (!hasCap(fields)) throw refused('Campaign budget optimization needs a spend cap.');
		if (isGiven(fields.lifetime_spend_cap) && !isGiven(fields.end_time)) {
			throw refused('Campaign budget optimization with a lifetime spend cap needs an end_time.');
		}
	}
	if (fields.is_flexible_daily_budgets === true) {
		if (fields.is_campaign_budget_optimization !== true || !isGiven(fields.daily_spend_cap)) {
			throw refused(
				'Flexible daily budgets need campaign budget optimization and a daily spend cap.',
			);
		}
	}
}
