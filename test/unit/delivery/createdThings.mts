import { SEED } from '../../../simulator/simulator.mts';
import {
	addKeywords,
	createActalike,
	createAdGroups,
	createAds,
	createCampaigns,
	createConversionTag,
	launchCampaign,
	PinterestAdsError,
	promoteProductGroups,
	syncAudience,
	type Outcome,
} from '../../../worker/src/index.ts';
import type { Pinterest } from '../../pinterest.mts';

/** What a task says of one thing that it was to create, beside how many of it there are. */
export interface Claim {
	readonly what: string;
	/** `partly`: it failed half way, so that it may be there. */
	readonly says: 'created' | 'not created' | 'unknown' | 'partly';
	readonly count: number;
}

export interface Told {
	readonly claims: readonly Claim[];
	readonly errors: readonly PinterestAdsError[];
}

/** Something that can be created, by the task for it. */
export interface Kind {
	readonly name: string;
	/** Its creates, each with the list by which it is looked for. */
	readonly steps: ReadonlyArray<{ readonly create: string; readonly list: string }>;
	/** Whether it can be ACTIVE. */
	readonly hasStatus: boolean;
	/** Whether doing it again completes what is missing. */
	readonly repeatable: boolean;
	prepare?(pinterest: Pinterest): void;
	run(pinterest: Pinterest, status: 'ACTIVE' | 'PAUSED'): Promise<Told>;
}

const NAMES = ['One', 'Two', 'Three'];
const people = Array.from({ length: 120 }, (_, n) => `customer${n}@example.com`);
const SEED_AUDIENCE = '2542620905471';

type Held = ReadonlyArray<Record<string, unknown>>;

const saysOf = (outcome: Outcome<unknown>): Claim['says'] => {
	if (outcome.ok) return 'created';
	return outcome.error.kind === 'outcome-unknown' ? 'unknown' : 'not created';
};

function told(outcomes: ReadonlyArray<Outcome<{ readonly id: string }>>, held: Held): Told {
	expect(outcomes).toHaveLength(NAMES.length);
	return {
		claims: outcomes.map((outcome, n) => {
			const found = held.filter(({ name }) => name === NAMES[n]);
			if (outcome.ok) expect(found.map(({ id }) => id)).toContain(outcome.record.id);
			return { what: NAMES[n], says: saysOf(outcome), count: found.length };
		}),
		errors: outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error])),
	};
}

async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
	return await work.then(
		(record) => ({ ok: true as const, record }),
		(error: unknown) => {
			if (!(error instanceof PinterestAdsError)) throw error;
			return { ok: false as const, error };
		},
	);
}

const errorsOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : [outcome.error]);

const campaign: Kind = {
	name: 'campaign',
	steps: [{ create: 'campaigns/create', list: 'campaigns/list' }],
	hasStatus: true,
	repeatable: false,
	run: async (pinterest, status) =>
		told(
			await createCampaigns(
				pinterest.context,
				NAMES.map((name) => ({ name, objective: 'CONSIDERATION', status })),
			),
			pinterest.state().campaigns,
		),
};

const adGroup: Kind = {
	name: 'ad group',
	steps: [{ create: 'ad_groups/create', list: 'ad_groups/list' }],
	hasStatus: true,
	repeatable: false,
	run: async (pinterest, status) =>
		told(
			await createAdGroups(
				pinterest.context,
				NAMES.map((name) => ({
					name,
					status,
					campaignId: SEED.campaigns.running,
					billableEvent: 'CLICKTHROUGH' as const,
					locations: 'US',
				})),
			),
			pinterest.state().adGroups,
		),
};

const ad: Kind = {
	name: 'ad',
	steps: [{ create: 'ads/create', list: 'ads/list' }],
	hasStatus: true,
	repeatable: false,
	run: async (pinterest, status) =>
		told(
			await createAds(
				pinterest.context,
				NAMES.map((name) => ({
					name,
					status,
					adGroupId: SEED.adGroups.running,
					pinId: SEED.pins.image,
				})),
			),
			pinterest.state().ads,
		),
};

const promotion: Kind = {
	name: 'product group promotion',
	steps: [{ create: 'product_group_promotions/create', list: 'product_group_promotions/list' }],
	hasStatus: true,
	repeatable: true,
	prepare: (pinterest) =>
		pinterest.plant({
			catalogProductGroups: NAMES.map((name, n) => ({ id: String(4_690_000 + n), name })),
		}),
	run: async (pinterest, status) =>
		told(
			await promoteProductGroups(
				pinterest.context,
				NAMES.map((_, n) => ({
					status,
					adGroupId: SEED.adGroups.running,
					productGroupId: String(4_690_000 + n),
				})),
			),
			pinterest.state().promotions.map((one) => ({ ...one, name: one.catalog_product_group_name })),
		),
};

const keyword: Kind = {
	name: 'keyword',
	steps: [{ create: 'keywords/create', list: 'keywords/get' }],
	hasStatus: false,
	repeatable: true,
	async run(pinterest) {
		const values = NAMES.map((name) => name.toLowerCase());
		const input = { adGroupId: SEED.adGroups.running, keywords: values };
		const [outcome] = await addKeywords(pinterest.context, [input]);
		const { keywords } = pinterest.state();
		const saysFor = (value: string): Claim['says'] => {
			if (!outcome.ok) return saysOf(outcome);
			if (outcome.record.keywords.some((one) => one.value === value)) return 'created';
			const error = outcome.record.keyword_errors.find((one) => one.value === value);
			expect(error).toBeDefined();
			return error?.kind === 'outcome-unknown' ? 'unknown' : 'not created';
		};
		return {
			claims: values.map((value) => ({
				what: value,
				says: saysFor(value),
				count: keywords.filter((one) => one.value === value).length,
			})),
			errors: errorsOf(outcome),
		};
	},
};

const customerList: Kind = {
	name: 'customer list',
	steps: [
		{ create: 'customer_lists/create', list: 'customer_lists/list' },
		{ create: 'audiences/create', list: 'audiences/list' },
	],
	hasStatus: false,
	repeatable: true,
	async run(pinterest) {
		const input = { name: 'Spring', records: people, maxRecordsPerBatch: 50 };
		const outcome = await attempt(syncAudience(pinterest.context, input));
		const { customerLists, audiences } = pinterest.state();
		const lists = customerLists.filter(({ name }) => name === 'Spring');
		const made = audiences.filter(({ name }) => name === 'Spring');
		if (outcome.ok) expect(new Set(lists[0].members)).toEqual(new Set(people));
		const record = outcome.ok
			? outcome.record
			: (outcome.error.details?.record as Record<string, unknown>);
		const claim = (what: string, id: unknown, found: Held): Claim => {
			if (typeof id === 'string') expect(found.map((one) => one.id)).toContain(id);
			const says = typeof id === 'string' ? 'created' : saysOf(outcome);
			return { what, says, count: found.length };
		};
		return {
			claims: [
				claim('list', record.customer_list_id, lists as unknown as Held),
				claim('audience', record.pinterest_audience_id, made),
			],
			errors: errorsOf(outcome),
		};
	},
};

const actalike: Kind = {
	name: 'actalike',
	steps: [{ create: 'audiences/create', list: 'audiences/list' }],
	hasStatus: false,
	repeatable: true,
	prepare: (pinterest) =>
		pinterest.plant({
			audiences: [{ id: SEED_AUDIENCE, name: 'Seed', createdAt: 0, updatedAt: 0 }],
		}),
	async run(pinterest) {
		const input = { seedAudienceId: SEED_AUDIENCE, country: 'US', percentage: 3 };
		const outcome = await attempt(createActalike(pinterest.context, input));
		const found = pinterest.state().audiences.filter((one) => one.audience_type === 'ACTALIKE');
		return {
			claims: [{ what: 'actalike', says: saysOf(outcome), count: found.length }],
			errors: errorsOf(outcome),
		};
	},
};

const conversionTag: Kind = {
	name: 'conversion tag',
	steps: [{ create: 'conversion_tags/create', list: 'conversion_tags/list' }],
	hasStatus: false,
	repeatable: true,
	async run(pinterest) {
		const outcome = await attempt(createConversionTag(pinterest.context, { name: 'Spring' }));
		const all = [...pinterest.world.conversionTags.values()];
		const found = all.filter(({ name }) => name === 'Spring');
		return {
			claims: [{ what: 'conversion tag', says: saysOf(outcome), count: found.length }],
			errors: errorsOf(outcome),
		};
	},
};

const launch: Kind = {
	name: 'launch',
	steps: [
		{ create: 'campaigns/create', list: 'campaigns/list' },
		{ create: 'ad_groups/create', list: 'ad_groups/list' },
		{ create: 'keywords/create', list: 'keywords/get' },
		{ create: 'ads/create', list: 'ads/list' },
	],
	hasStatus: true,
	repeatable: true,
	async run(pinterest, status) {
		const adGroups = NAMES.map((name) => ({
			name,
			billableEvent: 'CLICKTHROUGH' as const,
			locations: 'US',
			keywords: 'sofa',
			ads: [{ pinId: SEED.pins.image, name: `${name} ad` }],
		}));
		const campaign = { name: 'Spring', objective: 'CONSIDERATION' as const };
		const input = { campaign, adGroups, status };
		const outcome = await attempt(launchCampaign(pinterest.context, input));
		const state = pinterest.state();
		const campaigns = state.campaigns.filter(({ name }) => name === 'Spring');
		const groups = state.adGroups.filter(({ campaign_id: id }) => id === campaigns[0]?.id);
		const below = (parent: unknown) => groups.some(({ id }) => id === parent);
		const ads = state.ads.filter(({ ad_group_id: id }) => below(id));
		const keywords = state.keywords.filter(({ parent_id: id }) => below(id));
		const says = outcome.ok ? 'created' : 'partly';
		if (outcome.ok) {
			const all = [...campaigns, ...groups, ...ads];
			expect(new Set(all.map((one) => one.status))).toEqual(new Set([status]));
		}
		return {
			claims: [
				{ what: 'campaign', says, count: campaigns.length },
				...NAMES.flatMap((name) => {
					const named = groups.filter((one) => one.name === name);
					const under = (parent: unknown) => named.some(({ id }) => id === parent);
					return [
						{ what: `ad group ${name}`, says, count: named.length } as const,
						{
							what: `ad of ${name}`,
							says,
							count: ads.filter((one) => under(one.ad_group_id)).length,
						} as const,
						{
							what: `keyword of ${name}`,
							says,
							count: keywords.filter((one) => under(one.parent_id)).length,
						} as const,
					];
				}),
			],
			errors: errorsOf(outcome),
		};
	},
};

const catalogLaunch: Kind = {
	name: 'launch of product groups',
	steps: [
		{ create: 'ad_groups/create', list: 'ad_groups/list' },
		{ create: 'product_group_promotions/create', list: 'product_group_promotions/list' },
	],
	hasStatus: true,
	repeatable: true,
	async run(pinterest, status) {
		const { lamps: productGroupId } = SEED.catalogProductGroups;
		const adGroups = NAMES.map((name) => ({
			...{ name, billableEvent: 'CLICKTHROUGH' as const, locations: 'US' },
			productGroups: [{ productGroupId }],
		}));
		const campaign = { name: 'Spring', objective: 'CATALOG_SALES' as const };
		const outcome = await attempt(
			launchCampaign(pinterest.context, { campaign, adGroups, status }),
		);
		const { adGroups: allGroups, promotions } = pinterest.state();
		const says = outcome.ok ? 'created' : 'partly';
		return {
			claims: NAMES.flatMap((name) => {
				const groups = allGroups.filter((one) => one.name === name);
				const under = promotions.filter((one) => groups.some(({ id }) => id === one.ad_group_id));
				if (outcome.ok) {
					expect([...groups, ...under].map((one) => one.status)).toEqual([status, status]);
				}
				return [
					{ what: `ad group ${name}`, says, count: groups.length } as const,
					{ what: `promotion of ${name}`, says, count: under.length } as const,
				];
			}),
			errors: errorsOf(outcome),
		};
	},
};

export const KINDS: readonly Kind[] = [
	campaign,
	adGroup,
	ad,
	promotion,
	keyword,
	customerList,
	actalike,
	conversionTag,
	launch,
	catalogLaunch,
];
