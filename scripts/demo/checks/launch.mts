import assert from 'node:assert/strict';
import { exactlyOne } from '../../exactly-one.mts';
import type { SimulatorProcess } from '../../processes/simulator.mts';

/** What was asked for in the form. */
export interface Launch {
	readonly campaign: string;
	readonly dailyBudgetMicro: number;
	readonly bidMicro: number;
	readonly countries: readonly string[];
	readonly audienceId: string;
	readonly pinId: string;
	/** Match type and text. */
	readonly keywords: readonly string[];
	/** What the form answered with. */
	readonly page: string;
}

/**
 * Checks that there is one campaign, ad group and ad, paused, one below the other, as asked for, and
 * that the page names them.
 * @returns their ids, in words
 */
export async function checkLaunch(simulator: SimulatorProcess, asked: Launch): Promise<string> {
	const state = await simulator.state();
	const campaign = exactlyOne(
		state.campaigns.filter(({ name }) => name === asked.campaign),
		'campaign',
	);
	const adGroup = exactlyOne(
		state.adGroups.filter(({ campaign_id: id }) => id === campaign.id),
		'ad group',
	);
	const ad = exactlyOne(
		state.ads.filter(({ ad_group_id: id }) => id === adGroup.id),
		'ad',
	);
	for (const entity of [campaign, adGroup, ad]) assert.equal(entity.status, 'PAUSED');
	assert.equal(campaign.daily_spend_cap, asked.dailyBudgetMicro);
	assert.equal(adGroup.budget_in_micro_currency, asked.dailyBudgetMicro);
	assert.equal(adGroup.bid_in_micro_currency, asked.bidMicro);
	const spec = adGroup.targeting_spec as Record<string, unknown>;
	assert.deepEqual(spec.AUDIENCE_INCLUDE, [asked.audienceId], 'audiences of the ad group');
	assert.deepEqual(spec.LOCATION, asked.countries, 'places of the ad group');
	assert.equal(ad.pin_id, asked.pinId);
	const keywords = state.keywords.filter(({ parent_id: id }) => id === adGroup.id);
	assert.deepEqual(
		keywords.map(({ match_type: type, value }) => `${type} ${value}`).sort(),
		[...asked.keywords].sort(),
		'keywords of the ad group',
	);
	const [campaignId, adGroupId, adId] = [campaign.id, adGroup.id, ad.id].map(String);
	for (const id of [campaignId, adGroupId, adId]) {
		assert.ok(asked.page.includes(id), `The page does not name ${id}.`);
	}
	return `campaign ${campaignId}, ad group ${adGroupId}, ad ${adId}`;
}
