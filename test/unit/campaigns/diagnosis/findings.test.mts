import { readFileSync } from 'node:fs';
import type { Finding } from '../../../../worker/src/campaigns/diagnosis/finding.ts';
import { REASON_HINTS } from '../../../../worker/src/campaigns/diagnosis/reasons.ts';
import { delivery, NOW, type Held } from './deliveryInMemory.mts';

const DAY = 86_400;
const narrow = { LOCATION: ['US'], GENDER: ['female'], INTEREST: ['1'], AGE_BUCKET: ['18-24'] };

type Expected = [severity: string, level: string, id: string, reason: string, message: RegExp];

const spread = { is_campaign_budget_optimization: true };
const included = { targeting_spec: { LOCATION: ['US'], AUDIENCE_INCLUDE: ['70'] } };
const both = { targeting_spec: { LOCATION: ['US'], AUDIENCE_INCLUDE: ['70', '71'] } };
const ready = { name: 'Buyers', status: 'READY' };
const small = { name: 'Few', status: 'TOO_SMALL' };

const CASES: Array<[what: string, held: Held, ...Expected]> = [
	[
		'the campaign is paused',
		{ campaign: { status: 'PAUSED' } },
		'blocks',
		'campaign',
		'7',
		'paused',
		/^Campaign “Spring” is paused\.$/,
	],
	[
		'it is a draft',
		{ campaign: { status: 'DRAFT' } },
		'blocks',
		'campaign',
		'7',
		'draft',
		/still a draft/,
	],
	[
		'the advertiser is disabled, which is said once',
		{
			campaign: { summary_status: 'ADVERTISER_DISABLED' },
			adGroups: [{ summary_status: 'ADVERTISER_DISABLED' }],
			ads: [{ summary_status: 'ADVERTISER_DISABLED' }],
		},
		'blocks',
		'campaign',
		'7',
		'advertiser_disabled',
		/disabled the advertiser/,
	],
	[
		'the ad group is paused',
		{ adGroups: [{ status: 'PAUSED' }] },
		'blocks',
		'ad_group',
		'8',
		'paused',
		/^Ad group “US” is paused\.$/,
	],
	[
		'the ad is paused, and has no name',
		{ ads: [{ status: 'PAUSED', name: null }] },
		'blocks',
		'ad',
		'9',
		'paused',
		/^Ad 9 is paused\.$/,
	],
	[
		'the campaign starts later',
		{ campaign: { start_time: NOW + DAY } },
		'blocks',
		'campaign',
		'7',
		'not_started',
		/starts only at 2026-11-25 00:00 UTC/,
	],
	[
		'Pinterest alone says that it has not started',
		{ adGroups: [{ summary_status: 'NOT_STARTED' }] },
		'blocks',
		'ad_group',
		'8',
		'not_started',
		/NOT_STARTED/,
	],
	[
		'the ad group is over',
		{ adGroups: [{ end_time: NOW }] },
		'blocks',
		'ad_group',
		'8',
		'completed',
		/ended at 2026-11-24 00:00 UTC/,
	],
	[
		'it is completed for no reason that can be seen',
		{ campaign: { summary_status: 'COMPLETED' } },
		'blocks',
		'campaign',
		'7',
		'completed',
		/says Pinterest/,
	],
	[
		'the lifetime cap is spent',
		{ campaign: { summary_status: 'COMPLETED', lifetime_spend_cap: 500_000_000 } },
		'blocks',
		'campaign',
		'7',
		'spend_cap_reached',
		/500\.00 USD is spent/,
	],
	[
		'one of two ad groups has no ads',
		{ adGroups: [{}, { id: '80' }] },
		'blocks',
		'ad_group',
		'80',
		'no_ads',
		/has no ads/,
	],
	[
		'the campaign has no ad groups',
		{ adGroups: [], ads: [] },
		'blocks',
		'campaign',
		'7',
		'no_ad_groups',
		/no ad groups, or only archived/,
	],
	[
		'all ad groups are archived',
		{ adGroups: [{ status: 'ARCHIVED' }] },
		'blocks',
		'campaign',
		'7',
		'no_ad_groups',
		/only archived/,
	],
	[
		'the ad group has only archived ads',
		{ ads: [{ status: 'ARCHIVED' }] },
		'blocks',
		'ad_group',
		'8',
		'no_ads',
		/only archived/,
	],
	[
		'the budget is under $5',
		{ adGroups: [{ budget_in_micro_currency: 4_999_999 }] },
		'slows',
		'ad_group',
		'8',
		'low_budget',
		/4\.999999 USD is below \$5 a day/,
	],
	[
		'the budget is worth less than $5',
		{ currency: 'JPY', adGroups: [{ budget_in_micro_currency: 499_000_000 }], floor: 1 },
		'slows',
		'ad_group',
		'8',
		'low_budget',
		/499 JPY is below 500 JPY \(about \$5\) a day/,
	],
	[
		'a lifetime budget is little by the day',
		{
			adGroups: [
				{
					budget_type: 'LIFETIME',
					budget_in_micro_currency: 40_000_000,
					start_time: NOW - DAY,
					end_time: NOW + 9 * DAY,
				},
			],
		},
		'slows',
		'ad_group',
		'8',
		'low_budget',
		/40\.00 USD is 4\.00 USD a day over 10 days/,
	],
	[
		'the cap is under $5',
		{ campaign: { daily_spend_cap: 1_000_000 } },
		'slows',
		'campaign',
		'7',
		'low_budget',
		/daily spend cap of 1\.00 USD/,
	],
	[
		'the ad group has no budget',
		{ adGroups: [{ budget_in_micro_currency: null }] },
		'blocks',
		'ad_group',
		'8',
		'no_budget',
		/has no budget/,
	],
	[
		'a campaign spreads nothing',
		{ campaign: spread, adGroups: [{ budget_type: 'CBO_ADGROUP' }] },
		'blocks',
		'campaign',
		'7',
		'no_budget',
		/has no spend cap/,
	],
	[
		'the bid is missing',
		{ adGroups: [{ bid_in_micro_currency: null }] },
		'blocks',
		'ad_group',
		'8',
		'bid_missing',
		/CONSIDERATION campaigns paid by CLICKTHROUGH need/,
	],
	[
		'the bid is below the floor',
		{ floor: 2_500_000 },
		'slows',
		'ad_group',
		'8',
		'bid_below_floor',
		/bid of 2\.00 USD is below Pinterest’s floor of 2\.50 USD/,
	],
	[
		'the ad is in review',
		{ ads: [{ review_status: 'PENDING' }] },
		'blocks',
		'ad',
		'9',
		'in_review',
		/in review/,
	],
	[
		'the ad was rejected',
		{
			ads: [{ review_status: 'REJECTED', rejected_reasons: ['IMAGE_BEFORE_AFTER', 'NEW_ONE'] }],
		},
		'blocks',
		'ad',
		'9',
		'rejected',
		/rejected by Pinterest: a before\/after image \(IMAGE_BEFORE_AFTER\); NEW_ONE\.$/,
	],
	[
		'the ad was rejected without a reason',
		{ ads: [{ summary_status: 'REJECTED' }] },
		'blocks',
		'ad',
		'9',
		'rejected',
		/without naming a reason/,
	],
	[
		'the review ended in neither',
		{ ads: [{ review_status: 'OTHER' }] },
		'info',
		'ad',
		'9',
		'review_unclear',
		/OTHER/,
	],
	[
		'the Pin was deleted',
		{ ads: [{ is_pin_deleted: true }, { id: '10', name: 'Twin', is_pin_deleted: true }] },
		'blocks',
		'pin',
		'55',
		'pin_gone',
		/The Pin 55 of ad “Shelf” and 1 more was deleted/,
	],
	[
		'the Pin cannot be read',
		{ pins: {} },
		'slows',
		'pin',
		'55',
		'pin_not_readable',
		/Pin 55 of ad “Shelf” cannot be read/,
	],
	[
		'the Pin is somebody else’s',
		{ pins: { 55: { title: 'Lamp', is_owner: false } } },
		'info',
		'pin',
		'55',
		'pin_not_owned',
		/Pin “Lamp” of ad “Shelf” does not belong/,
	],
	[
		'the only audience is too small',
		{ adGroups: [included], audiences: { 70: small } },
		'blocks',
		'audience',
		'70',
		'audience_too_small',
		/audience “Few”, which ad group “US” includes, is TOO_SMALL/,
	],
	[
		'one of two audiences is too small',
		{ adGroups: [both], audiences: { 70: small, 71: ready } },
		'slows',
		'audience',
		'70',
		'audience_too_small',
		/TOO_SMALL/,
	],
	[
		'the audience is not ready',
		{ adGroups: [included], audiences: { 70: { name: 'New', status: 'INITIALIZING' } } },
		'blocks',
		'audience',
		'70',
		'audience_not_ready',
		/is not READY/,
	],
	[
		'the audience is gone',
		{ adGroups: [included] },
		'blocks',
		'audience',
		'70',
		'audience_gone',
		/not in the ad account/,
	],
	[
		'the targeting is narrow',
		{ people: 19_999, adGroups: [{ targeting_spec: narrow }] },
		'slows',
		'ad_group',
		'8',
		'narrow_targeting',
		/at most 19,999 people a month\. It is narrowed by gender, interests, age\.$/,
	],
];

describe('what holds delivery back', () => {
	it.each(CASES)('%s', async (_what, held, severity, level, id, reason, message) => {
		const { findings, can_deliver, summary } = await delivery(held).diagnose();
		const own = findings.filter((one) => one.severity !== 'info' || severity === 'info');
		expect(own).toEqual([
			expect.objectContaining({
				severity,
				level,
				id,
				reason,
				message: expect.stringMatching(message),
				hint: expect.stringMatching(/^[A-Z].{15,}\.$/s),
			}),
		]);
		const blocksAll = severity === 'blocks' && id !== '80';
		expect(can_deliver).toBe(!blocksAll);
		if (blocksAll) {
			expect(summary).toContain(`The campaign cannot deliver. ${(own[0] as Finding).message}`);
		}
	});
});

it.each([
	[{ start_time: NOW + 9 * DAY }, { end_time: NOW + DAY }, /when the campaign is over/],
	[{ end_time: NOW + DAY }, { start_time: NOW + 9 * DAY }, /before the campaign starts/],
])('an ad group outside the window of its campaign (%j in %j)', async (adGroup, campaign, said) => {
	const { findings } = await delivery({ campaign, adGroups: [adGroup] }).diagnose();
	const [window] = findings.filter(({ reason }) => reason === 'outside_campaign_window');
	expect(window).toMatchObject({ severity: 'blocks', message: expect.stringMatching(said) });
});

it('an ad group that its campaign cuts short is only said', async () => {
	const campaign = { start_time: NOW - DAY, end_time: NOW + DAY };
	const adGroups = [{ start_time: NOW - 2 * DAY, end_time: NOW + 2 * DAY }];
	const { findings, can_deliver } = await delivery({ campaign, adGroups }).diagnose();
	expect(findings).toMatchObject([
		{ reason: 'window_cut', severity: 'info', message: expect.stringContaining('starts only') },
		{ reason: 'window_cut', severity: 'info', message: expect.stringContaining('ends with') },
	]);
	expect(can_deliver).toBe(true);
});

it('every reason is explained in docs/campaigns.md', () => {
	const docs = readFileSync(new URL('../../../../docs/campaigns.md', import.meta.url), 'utf8');
	const explained = docs.slice(docs.indexOf('| reason | what was looked at |'));
	for (const reason of Object.keys(REASON_HINTS)) expect(explained).toContain(`\`${reason}\``);
});
