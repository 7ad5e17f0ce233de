import { createAdGroups } from '../../../../worker/src/campaigns/index.ts';
import { AD_GROUP, api, errorOf, NOW, recordOf, type Body } from '../adsInMemory.mts';

describe('an ad group under its campaign', () => {
	const video = { objective_type: 'VIDEO_COMPLETION' };
	const spread = { objective_type: 'AWARENESS', is_campaign_budget_optimization: true };
	const conversion = { objective_type: 'WEB_CONVERSION' };

	it.each<[string, Body, Body, string, RegExp]>([
		[
			'a bid strategy that video campaigns do not take',
			{ bidStrategy: 'MAX_BID' },
			video,
			'Bid Strategy',
			/only AUTOMATIC_BID/,
		],
		['no conversion goal for conversions', {}, conversion, 'Optimization Goal', /is missing/],
		['a budget of its own', { budget: 5_000_000 }, spread, 'Budget', /must be empty/],
		['a daily budget', { budgetType: 'DAILY' }, spread, 'Budget Type', /CBO_ADGROUP/],
		['accelerated pacing', { pacing: 'ACCELERATED' }, spread, 'Pacing', /STANDARD/],
		[
			'a budget type that needs another campaign',
			{ budgetType: 'CBO_ADGROUP' },
			{},
			'Budget Type',
			/campaign budget optimization/,
		],
		['a campaign that is archived', {}, { status: 'ARCHIVED' }, 'Campaign', /archived/],
	])('is refused with %s', async (_what, change, campaign, field, message) => {
		const error = await errorOf(createAdGroups, { ...AD_GROUP, ...change }, { campaign });
		expect(error).toMatchObject({
			kind: 'invalid',
			field,
			message: expect.stringMatching(message),
		});
	});

	it('has no bid where Pinterest bids by itself', async () => {
		const bids = ({ sent }: { sent: Body }) => [sent.bid_strategy_type, sent.bid_in_micro_currency];
		const automatic = ['AUTOMATIC_BID', undefined];
		const input = { ...AD_GROUP, billableEvent: 'VIDEO_V_50_MRC' };
		expect(bids(await recordOf(createAdGroups, input, { campaign: video }))).toEqual(automatic);
		const chosen = { ...AD_GROUP, bidStrategy: 'AUTOMATIC_BID' };
		expect(bids(await recordOf(createAdGroups, chosen))).toEqual(automatic);
		const given = await recordOf(createAdGroups, { ...chosen, bid: 3_000_000 });
		expect(bids(given)).toEqual(automatic);
		expect(given.record.warnings).toEqual([expect.stringContaining('the bid was left out')]);
	});

	it('has no budget where the campaign spreads its own', async () => {
		const input = { ...AD_GROUP, billableEvent: 'IMPRESSION' };
		const { sent } = await recordOf(createAdGroups, input, { campaign: spread });
		expect(sent.budget_type).toBe('CBO_ADGROUP');
		expect(sent).not.toHaveProperty('budget_in_micro_currency');
	});

	it('warns of what only usually does not go together', async () => {
		const campaign = {
			...video,
			start_time: NOW / 1000 + 86_400,
			end_time: NOW / 1000 + 172_800,
		};
		const input = { ...AD_GROUP, startTime: NOW / 1000 + 60, endTime: NOW / 1000 + 999_999 };
		const { record } = await recordOf(createAdGroups, input, { campaign });
		expect(record.warnings).toEqual([
			expect.stringContaining('starts only at 2026-11-25 00:00 UTC'),
			expect.stringContaining('ends at 2026-11-26 00:00 UTC'),
			expect.stringContaining('CLICKTHROUGH is not the usual billable event'),
		]);
	});

	it('is created all the same where the campaign cannot be read', async () => {
		const { context, pinterest, requests } = api();
		const noScope = { status: 401, body: { code: 3, message: 'Scope.' } };
		pinterest.answerWith({ method: 'GET' }, noScope);
		// In no currency is there anything to be asked about these.
		const input = { ...AD_GROUP, budget: '2000000000', bid: '200000000' };
		expect(await createAdGroups(context, [input])).toMatchObject([{ ok: true }]);
		expect(requests).toHaveLength(2);
	});
});
