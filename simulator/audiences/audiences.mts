import { bodyOf, ok, listed, ownedOne, type Call, type Handler } from '../api/call.mts';
import { matchedPeople, listStatus } from './customerLists.mts';
import { requireName } from '../api/names.mts';
import { pageOf } from '../api/paging.mts';
import { breach, notFound, refused } from '../api/refusal.mts';
import type { Simulation } from '../simulation.mts';
import type { Audience, Body } from '../world/world.mts';

/** Where Pinterest makes actalikes. */
const ACTALIKE_COUNTRIES = ['US', 'CA', 'GB'];
/** An actalike of one percent reaches about so many people. */
const PEOPLE_PER_PERCENT = 750_000;

interface Standing {
	status: string;
	size: number | null;
}

export function audienceStanding(sim: Simulation, audience: Audience): Standing {
	const waiting: Standing = { status: 'INITIALIZING', size: null };
	if (sim.clock.now() < audience.createdAt + sim.settings.initialisingMs) return waiting;
	if (audience.audience_type === 'ACTALIKE') {
		const percentage = Number(audience.rule.percentage ?? 1);
		return { status: 'READY', size: percentage * PEOPLE_PER_PERCENT };
	}
	if (audience.audience_type !== 'CUSTOMER_LIST') return { status: 'READY', size: 5_000 };
	const list = sim.world.customerLists.get(String(audience.rule.customer_list_id));
	if (!list || ['UPLOADING', 'PROCESSING'].includes(listStatus(sim, list))) return waiting;
	const size = matchedPeople(sim, list);
	return { status: size < sim.settings.minimumPeople ? 'TOO_SMALL' : 'READY', size };
}

function audienceBody(sim: Simulation, audience: Audience): Body {
	return {
		id: audience.id,
		ad_account_id: audience.ad_account_id,
		name: audience.name,
		description: audience.description,
		audience_type: audience.audience_type,
		rule: audience.rule,
		type: 'audience',
		created_timestamp: Math.floor(audience.createdAt / 1000),
		updated_timestamp: Math.floor(audience.updatedAt / 1000),
		created_by_company_name: null,
		...audienceStanding(sim, audience),
	};
}

export const listAudiences: Handler = (call) => {
	const all =
		call.query.ownership_type === 'RECEIVED'
			? []
			: listed(call, call.sim.world.audiences).filter((audience) => !audience.removed);
	const page = pageOf(all, call);
	return ok({ ...page, items: page.items.map((audience) => audienceBody(call.sim, audience)) });
};

function audienceOf(call: Call): Audience {
	const found = ownedOne(call, call.sim.world.audiences, call.params.audience_id);
	if (!found || found.removed) throw notFound('Audience');
	return found;
}

export const getAudience: Handler = (call) => ok(audienceBody(call.sim, audienceOf(call)));

/** Of an audience that the ad account owns. */
export const listSharedAccounts: Handler = (call) => {
	const audience = ownedOne(call, call.sim.world.audiences, call.query.audience_id);
	if (!audience || audience.removed) throw notFound('Audience');
	const { sharedWith = [] } = audience;
	return ok(
		pageOf(
			sharedWith.filter(({ account_type }) => account_type === call.query.account_type),
			call,
		),
	);
};

export const createAudience: Handler = (call) => {
	const { sim } = call;
	const { name, description, audience_type, rule, ad_account_id } = bodyOf(call);
	requireName(name);
	if (ad_account_id !== undefined && ad_account_id !== call.account.id) {
		throw breach('ad_account_id is not the ad account of the path.');
	}
	requireRule(call, String(audience_type), rule as Body);
	const now = sim.clock.now();
	const audience: Audience = {
		id: sim.world.ids.next('audience'),
		ad_account_id: call.account.id,
		name: String(name),
		description: typeof description === 'string' ? description : null,
		audience_type: String(audience_type),
		rule: { ...(rule as Body) },
		createdAt: now,
		updatedAt: now,
		removed: false,
	};
	sim.keep(sim.world.audiences, audience);
	return ok(audienceBody(sim, audience));
};

export const updateAudience: Handler = (call) => {
	const audience = audienceOf(call);
	const { name, description, rule, operation_type } = bodyOf(call);
	if (name !== undefined) {
		requireName(name);
		audience.name = String(name);
	}
	if (rule !== undefined) {
		requireRule(call, audience.audience_type, rule as Body);
		audience.rule = { ...(rule as Body) };
	}
	if (typeof description === 'string') audience.description = description;
	if (operation_type === 'REMOVE') audience.removed = true;
	audience.updatedAt = call.sim.clock.now();
	return ok(audienceBody(call.sim, audience));
};

function requireRule(call: Call, type: string, rule: Body): void {
	const { world } = call.sim;
	switch (type) {
		case 'CUSTOMER_LIST':
			if (typeof rule.customer_list_id !== 'string') {
				throw breach('A CUSTOMER_LIST audience needs rule.customer_list_id.');
			}
			if (!ownedOne(call, world.customerLists, rule.customer_list_id)) {
				throw notFound('Customer list');
			}
			return;
		case 'ACTALIKE':
			return requireActalike(call, rule);
		case 'VISITOR':
			if (typeof rule.visitor_source_id !== 'string') {
				throw breach('A VISITOR audience needs rule.visitor_source_id.');
			}
			if (!ownedOne(call, world.conversionTags, rule.visitor_source_id)) {
				throw notFound('Conversion tag');
			}
			return requireVisits(rule);
		case 'ENGAGEMENT':
			if (!Array.isArray(rule.engagement_domain)) {
				throw breach('An ENGAGEMENT audience needs rule.engagement_domain.');
			}
			return requireEngagement(rule);
		default:
			throw refused(`Audiences of type ${type} cannot be made through the API.`);
	}
}

const SOURCES = {
	event_source: ['web', 'mobile', 'offline'],
	ingestion_source: ['tag', 'mmp', 'file_upload', 'conversions_api'],
};
const URL_OPERATORS = ['=', '!=', 'contains', 'not_contains'];

/** What the description says in words. */
function requireVisits(rule: Body): void {
	requireRetention(rule);
	for (const [name, known] of Object.entries(SOURCES)) {
		const given = rule[name] as { '='?: unknown } | undefined;
		if (given === undefined) continue;
		const values = given['='];
		if (!Array.isArray(values) || values.length === 0 || Object.keys(given).length > 1) {
			throw breach(`rule.${name} must be {"=": […]}.`);
		}
		if (!values.every((value) => known.includes(String(value)))) {
			throw breach(`rule.${name} must be some of ${known.join(', ')}.`);
		}
	}
	const { url } = rule;
	if (url === undefined || typeof url === 'string') return;
	const operators = Object.keys(url as object);
	if (Array.isArray(url) || operators.length !== 1 || !URL_OPERATORS.includes(operators[0])) {
		throw breach(`rule.url must be an address, or one under ${URL_OPERATORS.join(', ')}.`);
	}
}

const ENGAGEMENT_TYPES = ['click', 'save', 'closeup', 'comment', 'like'];

function requireEngagement(rule: Body): void {
	requireRetention(rule);
	const { engagement_type: type, engager_type: engager, engagement_domain, url } = rule;
	if (type !== undefined && !ENGAGEMENT_TYPES.includes(String(type))) {
		throw breach(`rule.engagement_type must be one of ${ENGAGEMENT_TYPES.join(', ')}.`);
	}
	if (engager !== undefined && engager !== 1 && engager !== 2) {
		throw breach('rule.engager_type must be 1 or 2.');
	}
	if (url !== undefined && !Array.isArray(url)) throw breach('rule.url must be a list here.');
	const isVerified = (engagement_domain as unknown[]).every((one) =>
		String(one).endsWith('example.com'),
	);
	if (!isVerified) throw refused('The domain is not verified for this account.');
}

function requireRetention({ retention_days: days }: Body): void {
	if (days === undefined) return;
	if (!Number.isInteger(days) || Number(days) < 1 || Number(days) > 540) {
		throw breach('rule.retention_days must be from 1 to 540.');
	}
}

function requireActalike(call: Call, rule: Body): void {
	const { seed_id, country, percentage } = rule;
	if (!Array.isArray(seed_id) || seed_id.length === 0)
		throw breach('An actalike needs rule.seed_id.');
	if (!ACTALIKE_COUNTRIES.includes(String(country))) {
		throw breach(`rule.country must be one of ${ACTALIKE_COUNTRIES.join(', ')}.`);
	}
	if (typeof percentage !== 'number' || percentage < 1 || percentage > 10) {
		throw breach('rule.percentage must be from 1 to 10.');
	}
	for (const id of seed_id) {
		const seed = ownedOne(call, call.sim.world.audiences, id);
		if (!seed || seed.removed) throw notFound('Seed audience');
		if (audienceStanding(call.sim, seed).status !== 'READY') {
			throw refused('The seed audience is not READY.');
		}
	}
}
