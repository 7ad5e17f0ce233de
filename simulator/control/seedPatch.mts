import { dayOf } from '../world/delivery.mts';
import type { Facts } from '../world/facts.mts';
import { SEED } from '../world/seedIds.mts';
import type { Simulation } from '../simulation.mts';
import type {
	Ad,
	AdAccount,
	AdEntity,
	Audience,
	Board,
	Catalog,
	CatalogProductGroup,
	ConversionTag,
	CustomerList,
	Feed,
	Lead,
	LeadForm,
	Pin,
	ProcessingResult,
	QualityScore,
	User,
} from '../world/world.mts';

/** More world: whole records, or parts of ones that are there already. */
export interface SeedPatch {
	users?: Array<Partial<User> & { id: string }>;
	adAccounts?: Array<Partial<AdAccount> & { id: string }>;
	pins?: Array<Partial<Pin> & { id: string }>;
	boards?: Array<Partial<Board> & { id: string }>;
	conversionTags?: Array<Partial<ConversionTag> & { id: string }>;
	/** Of the ad account: these take the place of those that follow from the events received. */
	qualityScores?: Array<Partial<QualityScore> & { id: string }>;
	campaigns?: Array<Partial<AdEntity> & { id: string }>;
	adGroups?: Array<Partial<AdEntity> & { id: string }>;
	ads?: Array<Partial<Ad> & { id: string }>;
	productGroups?: Array<Partial<AdEntity> & { id: string }>;
	catalogs?: Array<Partial<Catalog> & { id: string }>;
	feeds?: Array<Partial<Feed> & { id: string }>;
	processingResults?: Array<Partial<ProcessingResult> & { id: string }>;
	catalogProductGroups?: Array<Partial<CatalogProductGroup> & { id: string }>;
	audiences?: Array<Partial<Audience> & { id: string }>;
	leadForms?: Array<Partial<LeadForm> & { id: string }>;
	leads?: Array<Partial<Lead> & { id: string }>;
	/** `members` as an array. */
	customerLists?: Array<
		Partial<Omit<CustomerList, 'members'>> & { id: string; members?: string[] }
	>;
	/** The numbers of an ad on a day, in place of the made-up ones. What is left out is 0. */
	metrics?: Array<Partial<Facts> & { adId: string; date: string }>;
	/** Makes so many campaigns, each with one ad group and one ad, delivering for so many days. */
	generate?: { campaigns: number; days: number; adAccountId?: string };
}

/** Adds to the world, or changes parts of what is in it. */
export function plant(sim: Simulation, patch: SeedPatch): void {
	const { world } = sim;
	const now = sim.clock.seconds();
	const entity = {
		ad_account_id: SEED.adAccountId as string,
		status: 'ACTIVE',
		created_time: now,
		updated_time: now,
	};
	merge(world.users, patch.users, () => ({ username: 'user', business_name: 'User' }));
	merge(world.adAccounts, patch.adAccounts, () => ({
		name: 'Ad account',
		currency: 'USD',
		country: 'US',
		ownerId: SEED.userId as string,
		created_time: now,
		roles: { [SEED.userId]: ['OWNER'] } as Record<string, string[]>,
	}));
	merge(world.boards, patch.boards, () => ({
		ownerId: SEED.userId as string,
		name: 'Board',
		created_at: '2025-06-01T09:00:00',
	}));
	merge(world.pins, patch.pins, () => ({
		ownerId: SEED.userId as string,
		board_id: SEED.boardId as string,
		title: 'Pin',
		description: '',
		link: null,
		creative_type: 'REGULAR',
		created_at: '2025-06-01T09:00:00',
		deleted: false,
	}));
	merge(world.conversionTags, patch.conversionTags, () => ({
		ad_account_id: SEED.adAccountId as string,
		name: 'Tag',
		status: 'ACTIVE',
		events: ['CHECKOUT'],
		lastFiredAt: null,
		enhanced_match_status: 'NOT_VALIDATED',
		configs: {},
		deleted: false,
	}));
	merge(world.qualityScores, patch.qualityScores, () => ({
		ad_account_id: SEED.adAccountId as string,
		ingestion_source: 'TAG',
		source_platform: 'WEB',
		overall_status: 'GOOD',
		quality_components: {},
	}));
	merge(world.campaigns, patch.campaigns, () => ({
		...entity,
		fields: { name: 'Campaign', objective_type: 'CONSIDERATION' },
	}));
	merge(world.adGroups, patch.adGroups, () => ({ ...entity, fields: { name: 'Ad group' } }));
	merge(world.ads, patch.ads, () => ({
		...entity,
		fields: { creative_type: 'REGULAR', pin_id: SEED.pins.image },
		delivery: [],
		review_status: 'APPROVED',
		rejected_reasons: [],
	}));
	merge(world.productGroups, patch.productGroups, () => ({ ...entity, fields: {} }));
	plantMoreCatalogs(sim, patch);
	merge(world.audiences, patch.audiences, () => ({
		ad_account_id: SEED.adAccountId as string,
		name: 'Audience',
		description: null,
		audience_type: 'VISITOR',
		rule: {},
		createdAt: sim.clock.now(),
		updatedAt: sim.clock.now(),
		removed: false,
	}));
	merge(world.leadForms, patch.leadForms, () => ({
		ad_account_id: SEED.adAccountId as string,
		...{ name: 'Lead form', status: 'ACTIVE', created_time: now, questions: [] },
	}));
	merge(world.leads, patch.leads, () => ({
		...{ ad_account_id: SEED.adAccountId as string, ad_id: SEED.leadAdId as string },
		...{ lead_form_id: SEED.leadForms.kitchen as string, submittedAt: sim.clock.now() },
		answers: {},
	}));
	plantLists(sim, patch.customerLists ?? []);
	for (const { adId, date, ...facts } of patch.metrics ?? []) {
		const ad = world.ads.get(adId);
		if (!ad) throw new Error(`There is no ad ${adId}.`);
		ad.facts ??= {};
		ad.facts[dayOf(Date.parse(date))] = facts;
	}
	if (patch.generate) generate(sim, patch.generate);
}

function plantMoreCatalogs({ world, clock }: Simulation, patch: SeedPatch): void {
	const at = new Date(clock.now()).toISOString();
	const ownerId: string = SEED.userId;
	const catalog_id: string = SEED.catalogs.home;
	const times = { created_at: at, updated_at: at };
	merge(world.catalogs, patch.catalogs, () => ({
		...{ ownerId, name: 'Catalog', catalog_type: 'RETAIL', ...times },
	}));
	merge(world.feeds, patch.feeds, () => ({
		...{ ownerId, catalog_id, name: 'Feed', status: 'ACTIVE', ...times },
		location: 'https://shop.example.com/feed.csv',
	}));
	merge(world.processingResults, patch.processingResults, () => ({
		...{ feed_id: SEED.feeds.daily as string, status: 'COMPLETED', ...times },
		...{ product_counts: { original: 100, ingested: 100 }, issues: [] },
		...{ errors: {}, warnings: {}, ingestionErrors: {} },
	}));
	merge(world.catalogProductGroups, patch.catalogProductGroups, () => ({
		...{ ownerId, catalog_id, feed_id: null, name: 'Product group' },
		...{ type: 'MERCHANT_CREATED', status: 'ACTIVE', created_at: clock.seconds() },
		counts: { in_stock: 1, out_of_stock: 0, preorder: 0 },
	}));
}

function merge<T extends { id: string }>(
	map: Map<string, T>,
	records: ReadonlyArray<Partial<T> & { id: string }> | undefined,
	defaults: () => Omit<T, 'id'>,
): void {
	for (const record of records ?? []) {
		map.set(record.id, { ...defaults(), ...map.get(record.id), ...record } as T);
	}
}

function plantLists(sim: Simulation, lists: NonNullable<SeedPatch['customerLists']>): void {
	const now = sim.clock.seconds();
	for (const { members = [], ...list } of lists) {
		merge(sim.world.customerLists, [{ ...list, members: new Set(members) }], () => ({
			ad_account_id: SEED.adAccountId as string,
			name: 'Customer list',
			list_type: 'EMAIL',
			created_time: now,
			updated_time: now,
			num_batches: 1,
			num_uploaded_user_records: members.length,
			num_removed_user_records: 0,
			changedAt: sim.clock.now(),
			members: new Set<string>(),
		}));
	}
}

function generate(sim: Simulation, wish: NonNullable<SeedPatch['generate']>): void {
	const { world } = sim;
	const from = dayOf(sim.clock.now()) - wish.days + 1;
	for (let index = 1; index <= wish.campaigns; index++) {
		const [campaignId, adGroupId, adId] = (['campaign', 'adGroup', 'ad'] as const).map((kind) =>
			world.ids.next(kind),
		);
		const ad_account_id = wish.adAccountId ?? SEED.adAccountId;
		plant(sim, {
			campaigns: [
				{
					id: campaignId,
					ad_account_id,
					fields: { name: `Generated ${index}`, objective_type: 'CONSIDERATION' },
				},
			],
			adGroups: [
				{
					id: adGroupId,
					ad_account_id,
					fields: {
						name: `Generated ${index}`,
						campaign_id: campaignId,
						billable_event: 'CLICKTHROUGH',
						budget_in_micro_currency: 5_000_000,
					},
				},
			],
			ads: [
				{
					id: adId,
					ad_account_id,
					fields: { ad_group_id: adGroupId, creative_type: 'REGULAR', pin_id: SEED.pins.image },
					delivery: [{ from }],
				},
			],
		});
	}
}
