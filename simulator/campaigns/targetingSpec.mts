import { ownedOne, type Call } from '../api/call.mts';
import { breach, notFound, refused } from '../api/refusal.mts';
import type { Body } from '../world/world.mts';

const list = (spec: Body, key: string): unknown[] =>
	Array.isArray(spec[key]) ? (spec[key] as unknown[]) : [];

/** Pinterest's rules for a targeting spec that its schema does not express. */
export function requireTargeting(call: Call, spec: Body): void {
	const places = [...list(spec, 'LOCATION'), ...list(spec, 'GEO')];
	if (places.length === 0) throw breach('targeting_spec needs LOCATION or GEO.');
	if (!list(spec, 'LOCATION').every((place) => /^([A-Z]{2}|\d{3})$/.test(String(place)))) {
		throw breach('LOCATION takes two-letter country codes and three-digit metro codes.');
	}
	const geo = list(spec, 'GEO').map(String);
	if (!geo.every((place) => /^[A-Z]{2}-.+$/.test(place))) {
		throw breach('GEO takes region codes and postal codes that begin with the country.');
	}
	// Britain's and Canada's begin with a letter.
	const isPostal = (place: string) => /^[A-Z]{2}-.*\d/.test(place);
	if (geo.some(isPostal) && !geo.every(isPostal)) {
		throw breach('GEO takes either region codes or postal codes, not both.');
	}
	requireAges(spec);
	for (const key of ['AUDIENCE_INCLUDE', 'AUDIENCE_EXCLUDE']) {
		for (const id of list(spec, key)) {
			const audience = ownedOne(call, call.sim.world.audiences, id);
			if (!audience || audience.removed) throw notFound(`Audience in ${key}`);
		}
	}
}

function requireAges(spec: Body): void {
	const { MINIMUM_AGE: from, MAXIMUM_AGE: to } = spec;
	if (list(spec, 'AGE_BUCKET').length > 0 && (from !== undefined || to !== undefined)) {
		throw breach('AGE_BUCKET cannot be combined with MINIMUM_AGE and MAXIMUM_AGE.');
	}
	if ((from === undefined) !== (to === undefined)) {
		throw breach('MINIMUM_AGE and MAXIMUM_AGE are used together.');
	}
	if (from === undefined) return;
	const [low, high] = [Number.parseInt(String(from)), Number.parseInt(String(to))];
	if (low < 18 || high > 65) throw breach('Ages go from 18 to 65 and "65+".');
	if (low > high) throw refused('MINIMUM_AGE is above MAXIMUM_AGE.');
}
