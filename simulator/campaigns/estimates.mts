import { audienceStanding } from '../audiences/audiences.mts';
import { bodyOf, ok, ownedOne, type Call, type Handler } from '../api/call.mts';
import { requireTargeting } from './targetingSpec.mts';
import type { Body } from '../world/world.mts';

/** People a month in a country, and the share of them that each kind of narrowing leaves. */
const PEOPLE_PER_PLACE = 20_000_000;
const SHARES: Record<string, (count: number) => number> = {
	INTEREST: (count) => Math.min(1, 0.08 * count),
	GENDER: (count) => Math.min(1, 0.34 * count),
	AGE_BUCKET: (count) => Math.min(1, 0.16 * count),
	APPTYPE: (count) => Math.min(1, 0.25 * count),
	LOCALE: (count) => Math.min(1, 0.3 * count),
};

/** Narrower targeting reaches fewer people, and no more than the audiences that it includes hold. */
export const estimateAudienceSize: Handler = (call) => {
	const { targeting_spec, keywords } = bodyOf(call);
	const spec = (targeting_spec ?? {}) as Body;
	requireTargeting(call, spec);
	const places = [spec.LOCATION, spec.GEO].flat().filter(Boolean).length;
	let people = places * PEOPLE_PER_PLACE;
	for (const [key, share] of Object.entries(SHARES)) {
		const chosen = spec[key];
		if (Array.isArray(chosen) && chosen.length > 0) people *= share(chosen.length);
	}
	if (Array.isArray(keywords) && keywords.length > 0) people *= Math.min(1, 0.02 * keywords.length);
	people = Math.min(people, includedPeople(call, spec));
	return ok({
		audience_size_lower_bound: Math.floor(people * 0.9),
		audience_size_upper_bound: Math.ceil(people * 1.1),
	});
};

function includedPeople(call: Call, spec: Body): number {
	const ids = spec.AUDIENCE_INCLUDE;
	if (!Array.isArray(ids) || ids.length === 0) return Infinity;
	return ids
		.flatMap((id) => ownedOne(call, call.sim.world.audiences, id) ?? [])
		.reduce((sum, audience) => sum + (audienceStanding(call.sim, audience).size ?? 0), 0);
}

const FLOORS: Record<string, number> = {
	CLICKTHROUGH: 100_000,
	IMPRESSION: 2_000_000,
	VIDEO_V_50_MRC: 30_000,
};

/** The lowest bid in micro-currency, one for each specification that was sent. */
export const estimateBidFloor: Handler = (call) => {
	const { bid_floor_specs = [] } = bodyOf(call) as { bid_floor_specs?: Body[] };
	return ok({
		bid_floors: bid_floor_specs.map((spec) => FLOORS[String(spec.billable_event)]),
		type: 'bidfloor',
	});
};
