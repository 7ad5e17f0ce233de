import { batch } from '../api/batch.mts';
import { ok, ownedOne, type Call, type Handler } from '../api/call.mts';
import {
	filtered,
	keptFields,
	isGiven,
	requireChangeable,
	requireNewStatus,
	requireTrackingUrls,
	requireUrl,
} from './adEntities.mts';
import { noteDelivery } from '../world/delivery.mts';
import { requireName } from '../api/names.mts';
import { pageOf } from '../api/paging.mts';
import { notFound, refused } from '../api/refusal.mts';
import { requirePins } from './promotionTypes.mts';
import type { Simulation } from '../simulation.mts';
import type { Ad, AdEntity, Body } from '../world/world.mts';

/** How long Pinterest looks at a new ad before it approves it. */
const REVIEW_SECONDS = 30 * 60;
const VIDEO_TYPES = ['VIDEO', 'MAX_VIDEO', 'MAX_WIDTH_VIDEO_COLLECTION'];

function reviewOf(sim: Simulation, ad: Ad): string {
	const reviewed = sim.clock.seconds() >= ad.created_time + REVIEW_SECONDS;
	return ad.review_status === 'PENDING' && reviewed ? 'APPROVED' : ad.review_status;
}

export function adBody(sim: Simulation, ad: Ad): Body {
	const review = reviewOf(sim, ad);
	const adGroup = sim.world.adGroups.get(String(ad.fields.ad_group_id));
	return {
		destination_url: null,
		...ad.fields,
		id: ad.id,
		ad_account_id: ad.ad_account_id,
		campaign_id: adGroup?.fields.campaign_id,
		status: ad.status,
		review_status: review,
		rejected_reasons: ad.rejected_reasons,
		rejection_labels: [],
		is_pin_deleted: sim.world.pins.get(String(ad.fields.pin_id))?.deleted ?? true,
		summary_status: ad.status === 'ACTIVE' ? review : ad.status,
		type: 'pinpromotion',
		created_time: ad.created_time,
		updated_time: ad.updated_time,
	};
}

export const listAds: Handler = (call) => {
	const { world } = call.sim;
	const all = filtered(call, world.ads, {
		campaign_ids: (ad) => world.adGroups.get(String(ad.fields.ad_group_id))?.fields.campaign_id,
		ad_group_ids: (ad) => ad.fields.ad_group_id,
		ad_ids: (ad) => ad.id,
	});
	const page = pageOf(all, call);
	return ok({ ...page, items: page.items.map((ad) => adBody(call.sim, ad)) });
};

export const getAd: Handler = (call) => {
	const found = ownedOne(call, call.sim.world.ads, call.params.ad_id);
	if (!found) throw notFound('Ad');
	return ok(adBody(call.sim, found));
};

export const createAds: Handler = (call) =>
	batch(call, 'object', (element) => {
		const { sim } = call;
		const { status = 'ACTIVE', ad_group_id } = element;
		const fields: Body = {
			...keptFields(element),
			ad_group_id: String(ad_group_id).replace(/^AG/, ''),
		};
		requireNewStatus(status);
		requireOwnRules(fields);
		const adGroup = adGroupOf(call, fields);
		requirePins(sim.world.campaigns.get(String(adGroup.fields.campaign_id)));
		requirePin(call, fields);
		const now = sim.clock.seconds();
		const ad: Ad = {
			id: sim.world.ids.next('ad'),
			ad_account_id: call.account.id,
			status: String(status),
			created_time: now,
			updated_time: now,
			fields,
			delivery: [],
			review_status: 'PENDING',
			rejected_reasons: [],
		};
		sim.keep(sim.world.ads, ad);
		noteDelivery(sim, { adId: ad.id });
		return adBody(sim, ad);
	});

export const updateAds: Handler = (call) =>
	batch(call, 'object', (element) => {
		const { sim } = call;
		const ad = ownedOne(call, sim.world.ads, element.id);
		if (!ad) throw notFound('Ad');
		requireChangeable(ad);
		const changes = keptFields(element);
		requireOwnRules(changes);
		const merged: Body = { ...ad.fields, ...changes };
		if (merged.ad_group_id !== ad.fields.ad_group_id) {
			throw refused('An ad cannot move to another ad group.');
		}
		if (isGiven(changes.pin_id)) requirePin(call, merged);
		ad.fields = merged;
		ad.status = String(element.status ?? ad.status);
		ad.updated_time = sim.clock.seconds();
		noteDelivery(sim, { adId: ad.id });
		return adBody(sim, ad);
	});

function requireOwnRules(fields: Body): void {
	if (isGiven(fields.name)) requireName(fields.name);
	requireUrl(fields, 'destination_url', 'click_tracking_url', 'view_tracking_url');
	requireTrackingUrls(fields);
}

function adGroupOf(call: Call, fields: Body): AdEntity {
	const adGroup = ownedOne(call, call.sim.world.adGroups, fields.ad_group_id);
	if (!adGroup) throw notFound('Ad group');
	if (adGroup.status === 'ARCHIVED') throw refused('The ad group is archived.');
	return adGroup;
}

/** The Pin exists, is the account owner's, and is a video where the ad is one. */
function requirePin(call: Call, fields: Body): void {
	const pin = call.sim.world.pins.get(String(fields.pin_id));
	if (!pin || pin.deleted) throw notFound('Pin');
	if (pin.ownerId !== call.account.ownerId) {
		throw refused('The Pin does not belong to the owner of the ad account.', 29);
	}
	const type = String(fields.creative_type);
	if (VIDEO_TYPES.includes(type) !== VIDEO_TYPES.includes(pin.creative_type)) {
		throw refused(`The Pin cannot be promoted as ${type}: its format is ${pin.creative_type}.`);
	}
}
