import { batch } from '../api/batch.mts';
import { ok, ownedOne, type Call, type Handler } from '../api/call.mts';
import {
	filtered,
	keptFields,
	requireChangeable,
	requireNewStatus,
	summaryStatus,
} from './adEntities.mts';
import { requireAdGroupRules, requireCampaignRules } from './adGroupRules.mts';
import { noteDelivery } from '../world/delivery.mts';
import { requireName } from '../api/names.mts';
import { pageOf } from '../api/paging.mts';
import { notFound, refused } from '../api/refusal.mts';
import type { Simulation } from '../simulation.mts';
import { requireTargeting } from './targetingSpec.mts';
import type { AdEntity, Body } from '../world/world.mts';

export function adGroupBody(sim: Simulation, adGroup: AdEntity): Body {
	return {
		budget_type: 'DAILY',
		budget_in_micro_currency: null,
		bid_in_micro_currency: null,
		bid_strategy_type: null,
		pacing_delivery_type: 'STANDARD',
		placement_group: 'ALL',
		auto_targeting_enabled: true,
		targeting_spec: {},
		start_time: null,
		end_time: null,
		...adGroup.fields,
		id: adGroup.id,
		ad_account_id: adGroup.ad_account_id,
		status: adGroup.status,
		summary_status: summaryStatus(adGroup, sim.clock.seconds()),
		type: 'adgroup',
		created_time: adGroup.created_time,
		updated_time: adGroup.updated_time,
	};
}

export const listAdGroups: Handler = (call) => {
	const all = filtered(call, call.sim.world.adGroups, {
		campaign_ids: (adGroup) => adGroup.fields.campaign_id,
		ad_group_ids: (adGroup) => adGroup.id,
	});
	const page = pageOf(all, call);
	return ok({ ...page, items: page.items.map((adGroup) => adGroupBody(call.sim, adGroup)) });
};

export const getAdGroup: Handler = (call) => {
	const found = ownedOne(call, call.sim.world.adGroups, call.params.ad_group_id);
	if (!found) throw notFound('Ad group');
	return ok(adGroupBody(call.sim, found));
};

export const createAdGroups: Handler = (call) =>
	batch(call, 'array', (element) => {
		const { sim } = call;
		const { status = 'ACTIVE', campaign_id } = element;
		const fields: Body = {
			...keptFields(element),
			campaign_id: String(campaign_id).replace(/^C/, ''),
		};
		requireName(fields.name);
		requireNewStatus(status);
		requireAdGroupRules(fields);
		if (!hasTemplate(fields)) requireTargeting(call, (fields.targeting_spec ?? {}) as Body);
		requireCampaignRules(call, campaignOf(call, fields), fields);
		const now = sim.clock.seconds();
		const adGroup: AdEntity = {
			id: sim.world.ids.next('adGroup'),
			ad_account_id: call.account.id,
			status: String(status),
			created_time: now,
			updated_time: now,
			fields,
		};
		sim.keep(sim.world.adGroups, adGroup);
		return adGroupBody(sim, adGroup);
	});

export const updateAdGroups: Handler = (call) =>
	batch(call, 'array', (element) => {
		const { sim } = call;
		const adGroup = ownedOne(call, sim.world.adGroups, element.id);
		if (!adGroup) throw notFound('Ad group');
		requireChangeable(adGroup);
		const changes = keptFields(element);
		if (changes.name !== undefined) requireName(changes.name);
		requireAdGroupRules(changes, adGroup.fields, adGroup.status === 'DRAFT');
		if (changes.targeting_spec !== undefined) {
			requireTargeting(call, changes.targeting_spec as Body);
		}
		const merged = { ...adGroup.fields, ...changes } as Body;
		if (changes.campaign_id !== undefined && merged.campaign_id !== adGroup.fields.campaign_id) {
			throw refused('An ad group cannot move to another campaign.');
		}
		requireCampaignRules(call, campaignOf(call, merged), merged, adGroup.id);
		adGroup.fields = merged;
		adGroup.status = String(element.status ?? adGroup.status);
		adGroup.updated_time = sim.clock.seconds();
		noteDelivery(sim, { adGroupId: adGroup.id });
		return adGroupBody(sim, adGroup);
	});

const hasTemplate = (fields: Body) =>
	Array.isArray(fields.targeting_template_ids) &&
	fields.targeting_template_ids.some((id) => id !== '0');

function campaignOf(call: Call, fields: Body): AdEntity {
	const campaign = ownedOne(call, call.sim.world.campaigns, fields.campaign_id);
	if (!campaign) throw notFound('Campaign');
	if (campaign.status === 'ARCHIVED') throw refused('The campaign is archived.');
	return campaign;
}
