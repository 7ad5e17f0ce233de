import { endLaunch } from '../../../../worker/src/automation/launches/endLaunch.ts';
import { inAdsManager, pinAddress } from '../../../../worker/src/values/address.ts';
import { idInAddress } from '../../../../worker/src/values/address.ts';
import { detailsOf } from './form/somebody.mts';

const NOW = Date.UTC(2026, 10, 30, 12);
const RECORD = {
	...{ id: '626735565838', ad_account_id: '549755885175', status: 'PAUSED' },
	campaign: { name: 'Spring <sale>', status: 'PAUSED', daily_spend_cap: 50_000_000 },
	ad_groups: [
		{
			...{ id: '2680742', name: 'Spring: ad group', status: 'PAUSED' },
			...{ bid_in_micro_currency: 1_500_000, keywords: [{}] },
			ads: [{ id: '687195', status: 'PAUSED', pin_id: '8137' }],
			promotions: [{ id: '1', status: 'PAUSED', catalog_product_group_id: '4680' }],
		},
	],
	created: { campaigns: ['626735565838'], ad_groups: [], ads: ['687195', '687196'] },
	warnings: ['Mind <the> gap.'],
};
const ASKED = {
	...detailsOf({ first_day: '2026-12-01', last_day: '2026-12-31', more_countries: 'Canada' }),
	form_address: '../form/pinterest-campaign-launch',
};

/** Lines without their markup. */
const lines = (given: object, asked: object = {}) =>
	endLaunch({ ...given }, 'The ceiling is there.', NOW, { ...asked })
		.page.split(/<br ?\/?>/)
		.map((line) => line.replace(/<[^>]*>/g, ''));
const links = (given: object, asked: object = {}) => {
	const { page } = endLaunch({ ...given }, 'The ceiling is there.', NOW, { ...asked });
	return [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) =>
		address.replaceAll('&amp;', '&'),
	);
};

describe('the last page of a launch that went well', () => {
	it('says what there is, what was asked for in words, and what to do next', () => {
		expect(lines(RECORD, ASKED)).toEqual([
			'Campaign “Spring &lt;sale&gt;” (paused)',
			'Open the campaign in Ads Manager',
			'',
			'Ad group “Spring: ad group” (paused, 1 keyword)',
			'Open the ad group in Ads Manager',
			'• Ad (paused) of Pin 8137',
			'• Product group 4680 (paused)',
			'Open the ads in Ads Manager',
			'',
			'Daily budget: 50.00 USD (50000000 in micro-currency)',
			'Bid: 1.50 USD (1500000 in micro-currency)',
			'Countries: United States, Canada',
			'Runs: Tuesday 1 December 2026 to Thursday 31 December 2026 (UTC)',
			'',
			'Created just now: 1 campaign, 2 ads.',
			'Mind &lt;the&gt; gap.',
			'',
			'What to do next',
			expect.stringMatching(/^Nothing is spent until it is switched on/),
			'Fill in this form again, with the same answers',
			'',
		]);
	});

	it('links to Ads Manager, to the Pins, and to the form with all answers', () => {
		const [campaign, group, pin, ads, form, ...others] = links(RECORD, ASKED);
		expect([campaign, group, pin, ads, others]).toEqual([
			'https://ads.pinterest.com/advertiser/549755885175/reporting/campaigns/?campaignIds=626735565838',
			'https://ads.pinterest.com/advertiser/549755885175/reporting/adgroups/?adGroupIds=2680742',
			'https://www.pinterest.com/pin/8137/',
			'https://ads.pinterest.com/advertiser/549755885175/reporting/ads/?adIds=687195',
			[],
		]);
		const { searchParams } = new URL(form, 'https://n8n.example.com/form-waiting/17');
		expect(searchParams.get('campaign_name')).toBe('Spring sale');
		expect(JSON.parse(searchParams.get('again')!)).toEqual(ASKED.all_answers);
	});

	it('that found everything says so, and one that was switched on what comes next', () => {
		const created = { campaigns: [], ad_groups: [], ads: [] };
		expect(lines({ ...RECORD, created })).toContain(
			'All of it existed already: nothing was created.',
		);
		expect(lines({ ...RECORD, status: 'ACTIVE' }).join()).toContain('Pinterest looks at new ads');
	});

	it('without a form that has several pages links to none, and leaves out what nobody knows', () => {
		expect(links(RECORD)).toHaveLength(4);
		expect(lines(RECORD).join()).not.toMatch(/Countries|Runs/);
		expect(lines({})).toContain('Campaign “” (status not known)');
	});

	it('leaves out a link that no browser would take', () => {
		const all_answers = { keywords: 'sofa, '.repeat(2_000) };
		expect(links(RECORD, { ...ASKED, all_answers })).toHaveLength(4);
	});
});

describe('the last page of a launch that failed', () => {
	const failed = { error: 'It was <refused>.', message: 'Ask for less.', details: {} };

	it('says what happened and what to do, and has the form filled in', () => {
		expect(lines(failed, ASKED)).toEqual([
			...['It was &lt;refused&gt;.', '', 'Ask for less.', ''],
			...['Fill in this form again, with the same answers', ''],
		]);
	});

	it('half way links to what exists', () => {
		const details = { created: { campaign_id: '626735565838' } };
		expect(links({ ...failed, details }, ASKED)[0]).toContain('campaignIds=626735565838');
	});
});

it('addresses of Ads Manager and of Pins are taken where an ID is wanted', () => {
	for (const kind of ['campaign', 'adGroup', 'ad'] as const)
		expect(idInAddress(inAdsManager('549755885175', kind, ['12345']), kind)).toEqual({
			id: '12345',
		});
	expect(idInAddress(pinAddress('8137'), 'pin')).toEqual({ id: '8137' });
});
