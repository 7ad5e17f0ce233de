import { SEED } from './seedIds.mts';
import type { World } from './world.mts';
import { DAY_MS } from './tokens.mts';

interface Past {
	campaign: keyof typeof SEED.campaigns;
	name: string;
	adAccountId: string;
	objective: string;
	status: 'ACTIVE' | 'ARCHIVED';
	/** Days ago, first and last; without a last one it still delivers. */
	days: [number, number?];
	adGroups: Array<keyof typeof SEED.adGroups>;
}

const PAST: Past[] = [
	{
		campaign: 'running',
		name: 'Evergreen: living room',
		adAccountId: SEED.adAccountId,
		objective: 'CONSIDERATION',
		status: 'ACTIVE',
		days: [120],
		adGroups: ['running', 'running2'],
	},
	{
		campaign: 'archived',
		name: 'Spring sale',
		adAccountId: SEED.adAccountId,
		objective: 'AWARENESS',
		status: 'ARCHIVED',
		days: [80, 20],
		adGroups: ['archived'],
	},
	{
		campaign: 'euro',
		name: 'Wohnzimmer',
		adAccountId: SEED.euroAdAccountId,
		objective: 'CONSIDERATION',
		status: 'ACTIVE',
		days: [45],
		adGroups: ['euro'],
	},
];

/** What one ad group promotes of a catalog. */
function plantProductGroups(world: World): void {
	const adGroup = world.adGroups.get(SEED.adGroups.running2);
	if (adGroup === undefined) return;
	for (const [key, name] of [
		['lamps', 'Lamps'],
		['tables', 'Side tables'],
	] as const) {
		world.productGroups.set(SEED.productGroups[key], {
			...adGroup,
			id: SEED.productGroups[key],
			fields: {
				ad_group_id: adGroup.id,
				catalog_product_group_id: SEED.catalogProductGroups[key],
				catalog_product_group_name: name,
				definition: `*/product_type_0='${key}'`,
				included: true,
			},
		});
	}
}

/** Campaigns that spent before the simulator began, one of them archived since. */
export function plantHistory(world: World, today: number): void {
	for (const past of PAST) {
		const [first, last] = past.days;
		const common = {
			ad_account_id: past.adAccountId,
			status: past.status,
			created_time: ((today - first) * DAY_MS) / 1000,
			updated_time: ((today - (last ?? first)) * DAY_MS) / 1000,
		};
		const campaignId = SEED.campaigns[past.campaign];
		world.campaigns.set(campaignId, {
			...common,
			id: campaignId,
			fields: {
				...{ name: past.name, objective_type: past.objective, daily_spend_cap: 50_000_000 },
				// They are older than the field, and may be for anything.
				intended_promotion_type: null,
			},
		});
		for (const [index, key] of past.adGroups.entries()) {
			const adGroupId = SEED.adGroups[key];
			world.adGroups.set(adGroupId, {
				...common,
				id: adGroupId,
				fields: {
					name: `${past.name}, group ${index + 1}`,
					campaign_id: campaignId,
					billable_event: past.objective === 'AWARENESS' ? 'IMPRESSION' : 'CLICKTHROUGH',
					budget_in_micro_currency: 25_000_000,
					bid_in_micro_currency: 2_000_000,
					targeting_spec: { LOCATION: [past.adAccountId === SEED.adAccountId ? 'US' : 'DE'] },
				},
			});
			for (const pin of ['image', 'image2'] as const) {
				const id = `68720136${adGroupId.slice(-4)}${pin === 'image' ? '000001' : '000002'}`;
				world.ads.set(id, {
					...common,
					id,
					fields: {
						name: `${past.name}, ${pin}`,
						ad_group_id: adGroupId,
						creative_type: 'REGULAR',
						pin_id: SEED.pins[pin],
					},
					delivery: [{ from: today - first, ...(last === undefined ? {} : { to: today - last }) }],
					review_status: 'APPROVED',
					rejected_reasons: [],
				});
			}
		}
	}
	plantProductGroups(world);
}
