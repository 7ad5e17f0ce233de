import fc from 'fast-check';
import { readLaunchForm } from '../../../../worker/src/automation/launches/launchForm.ts';

const ANSWERS = {
	campaign_name: 'Spring sale',
	objective: 'CONSIDERATION',
	daily_budget: '20.00',
	bid: '1.50',
	audience: 'Newsletter  Subscribers ',
	countries: 'US, CA',
	pin_ids: '813744226420795884, 813744226420795885,813744226420795886',
	destination_url: ' https://example.com/ ',
	keywords: 'sofa, [leather sofa]',
	when_it_stands: 'Switch it on',
	ad_account_id: ' 549755885175 ',
	max_daily_budget: 50,
};

describe('the form of a launch', () => {
	it('is read as the fields of a launch', () => {
		expect(readLaunchForm(ANSWERS)).toEqual({
			campaign_name: 'Spring sale',
			ad_group_name: 'Spring sale: ad group',
			ad_name: 'Spring sale: ad',
			objective: 'CONSIDERATION',
			daily_budget: '20.00',
			bid: '1.50',
			billable_event: 'CLICKTHROUGH',
			countries: 'US, CA',
			keywords: 'sofa, [leather sofa]',
			pin_id: '813744226420795884',
			more_pin_ids: '813744226420795885, 813744226420795886',
			promotes: 'pins',
			product_group_id: '',
			more_product_group_ids: '',
			creative_type: 'REGULAR',
			destination_url: 'https://example.com/',
			status: 'ACTIVE',
			audience: 'Newsletter  Subscribers',
			audience_key: 'newsletter subscribers',
			ad_account_id: '549755885175',
			max_daily_budget: 50,
		});
	});

	it.each([
		['AWARENESS', 'IMPRESSION', 'REGULAR'],
		['CONSIDERATION', 'CLICKTHROUGH', 'REGULAR'],
		['VIDEO_VIEW', 'VIDEO_V_50_MRC', 'VIDEO'],
		['CATALOG_SALES', 'CLICKTHROUGH', 'SHOPPING'],
		['SHOPPING', 'CLICKTHROUGH', 'SHOPPING'],
		['constructor', 'CLICKTHROUGH', 'REGULAR'],
	])('%s is billed by %s, with %s ads', (objective, billable_event, creative_type) => {
		const form = readLaunchForm({ ...ANSWERS, objective });
		expect(form).toMatchObject({ billable_event, creative_type });
	});

	it.each(['Leave it paused', 'switch it on', 'ACTIVE', '', undefined, true, ['Switch it on']])(
		'switches nothing on for %j',
		(answer) => {
			expect(readLaunchForm({ ...ANSWERS, when_it_stands: answer }).status).toBe('PAUSED');
		},
	);

	it('takes Pins in every way in which lists are written, and their addresses', () => {
		const pin_ids = 'https://www.pinterest.com/pin/813744226420795884/\n813744226420795885; x';
		expect(readLaunchForm({ pin_ids })).toMatchObject({
			pin_id: '813744226420795884',
			more_pin_ids: '813744226420795885, x',
		});
	});

	it('promotes product groups where some are named', () => {
		expect(
			readLaunchForm({ product_group_ids: '4680099996745001, 4680099996745002' }),
		).toMatchObject({
			...{ promotes: 'productGroups', pin_id: '' },
			...{ product_group_id: '4680099996745001', more_product_group_ids: '4680099996745002' },
		});
	});

	it('knows an audience by its name in one normal form', () => {
		for (const audience of ['Café Gäste', ' café  gäste'.normalize('NFD'), 'CAFÉ\u00a0GÄSTE'])
			expect(readLaunchForm({ audience }).audience_key).toBe('café gäste');
	});

	it('of whatever somebody sends is a form of texts', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom(...Object.keys(ANSWERS)), fc.anything()),
				(given) => {
					const form = readLaunchForm(given);
					const { max_daily_budget: ceiling, ...texts } = form;
					expect(ceiling).toEqual(given.max_daily_budget ?? null);
					for (const text of Object.values(texts)) expect(typeof text).toBe('string');
				},
			),
		);
	});
});
