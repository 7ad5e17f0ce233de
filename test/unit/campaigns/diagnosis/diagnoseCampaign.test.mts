import { diagnoseCampaign } from '../../../../worker/src/campaigns/index.ts';
import { fault, json } from '../../client/fakePorts.mts';
import { adAccountId, delivery } from './deliveryInMemory.mts';

const scope = json({ code: 3, message: 'Scope.' }, 401);
const narrow = {
	LOCATION: ['US'],
	GENDER: ['female'],
	INTEREST: ['1'],
	LOCALE: ['en-US'],
	APPTYPE: ['ipad'],
};

it('says plainly that nothing was found, and where to look', async () => {
	const { diagnose, requests } = delivery();
	expect(await diagnose()).toEqual({
		campaign_id: '7',
		ad_account_id: adAccountId,
		can_deliver: true,
		summary: expect.stringMatching(
			/^Nothing was found that holds delivery back\. In Pinterest Ads Manager, look at/,
		),
		findings: [],
		checked: { ad_groups: 1, ads: 1 },
	});
	// Campaign, ad account, ad groups, ads, one Pin, one estimate, the bid floors.
	expect(requests).toHaveLength(7);
});

it('puts what blocks before what slows, and each from the campaign down', async () => {
	const { findings } = await delivery({
		campaign: { status: 'PAUSED', daily_spend_cap: 1_000_000 },
		adGroups: [{ status: 'PAUSED', budget_in_micro_currency: 1_000_000 }],
		ads: [{ status: 'PAUSED', review_status: 'OTHER' }],
	}).diagnose();
	expect(findings.map(({ level, reason }) => `${level} ${reason}`)).toEqual([
		'campaign paused',
		'ad_group paused',
		'ad paused',
		'campaign low_budget',
		'ad_group low_budget',
		'ad review_unclear',
	]);
});

it('asks nothing more of an archived campaign', async () => {
	const { diagnose, requests } = delivery({ campaign: { status: 'ARCHIVED' } });
	const diagnosis = await diagnose();
	expect(diagnosis).toMatchObject({
		can_deliver: false,
		findings: [{ reason: 'archived', hint: expect.stringContaining('cannot be undone') }],
	});
	expect(requests).toHaveLength(1);
});

it('leaves archived ones out where others stand beside them', async () => {
	const diagnosis = await delivery({
		adGroups: [{}, { id: '80', status: 'ARCHIVED' }],
		ads: [{}, { id: '90', status: 'ARCHIVED' }, { id: '91', ad_group_id: '80' }],
	}).diagnose();
	expect(diagnosis).toMatchObject({ findings: [], checked: { ad_groups: 1, ads: 1 } });
});

it('can deliver as long as one ad can', async () => {
	const adGroups = [{}, { id: '80', status: 'PAUSED' }];
	const other = { id: '90', ad_group_id: '80' };
	const one = await delivery({ adGroups, ads: [{}, other] }).diagnose();
	expect(one).toMatchObject({
		can_deliver: true,
		summary: expect.stringContaining('The campaign can deliver, but not everything in it does.'),
	});
	const slow = await delivery({ floor: 9_000_000 }).diagnose();
	expect(slow.summary).toBe(
		'The campaign can deliver, but something slows it down. Findings that block delivery: 0; that slow it down: 1.',
	);
	const none = await delivery({ adGroups, ads: [{ status: 'PAUSED' }, other] }).diagnose();
	expect(none).toMatchObject({ can_deliver: false });
});

it('asks once for what many ad groups share, and never without end', async () => {
	const spec = { LOCATION: ['US'], AUDIENCE_INCLUDE: ['70'] };
	const adGroups = Array.from({ length: 40 }, (_, n) => ({
		id: `8${n}`,
		targeting_spec: n < 20 ? spec : { LOCATION: ['US'], INTEREST: [`${n}`] },
	}));
	const ads = adGroups.map(({ id }, n) => ({
		id: `9${n}`,
		ad_group_id: id,
		pin_id: `${1000 + n}`,
	}));
	const pins = Object.fromEntries(ads.map(({ pin_id }) => [pin_id, {}]));
	const { diagnose, requests } = delivery({
		adGroups,
		ads,
		pins,
		audiences: { 70: { status: 'READY' } },
	});
	const { findings, can_deliver } = await diagnose();
	const count = (part: string) => requests.filter(({ path }) => path.includes(part)).length;
	expect([count('/audiences/'), count('/pins/'), count('/audience_sizing')]).toEqual([1, 10, 10]);
	expect(count('/bid_floor')).toBe(1);
	expect(findings).toMatchObject([
		{ reason: 'not_checked', message: expect.stringContaining('30 more were not looked at') },
		{ reason: 'not_checked', message: expect.stringContaining('11 more were not looked at') },
	]);
	expect(can_deliver).toBe(true);
});

describe('what cannot be read', () => {
	it.each([
		['=/ad_groups', 'its ad groups', null],
		['=/ads', 'its ads', null],
		['/pins/', 'the Pins of the ads', true],
		['/audience_sizing', 'the size of the audiences', true],
		['/bid_floor', 'whether its bids reach the floor', true],
	])('%s is said with the error and its fix', async (part, what, can) => {
		const { findings, can_deliver, summary } = await delivery({
			instead: { [part]: scope },
		}).diagnose();
		expect(findings).toEqual([
			expect.objectContaining({
				level: 'campaign',
				severity: 'info',
				reason: 'not_checked',
				message: expect.stringContaining(`${what} could not be checked. Could not`),
				hint: expect.stringContaining('lacks a scope'),
			}),
		]);
		expect(can_deliver).toBe(can);
		expect(summary).toContain('Not everything could be checked (1).');
	});

	it('a currency that cannot be read costs the bid floor only', async () => {
		const { diagnose, requests } = delivery({
			adGroups: [{ budget_in_micro_currency: 1_000_000 }],
			instead: { '=': json({ code: 0, message: 'Broken.' }, 500) },
		});
		expect((await diagnose()).findings).toMatchObject([
			{
				reason: 'low_budget',
				message: expect.stringContaining('1.00 of the account’s currency is below'),
			},
			{ reason: 'not_checked', message: expect.stringContaining('its currency and its bids') },
		]);
		expect(requests.some(({ path }) => path.endsWith('/bid_floor'))).toBe(false);
	});

	it('an estimate that Pinterest refuses is of that ad group alone', async () => {
		const refused = json({ code: 400, message: 'Invalid audience sizing parameters.' }, 400);
		const { findings } = await delivery({
			adGroups: [{ targeting_spec: narrow }],
			instead: { '/audience_sizing': refused },
		}).diagnose();
		expect(findings).toMatchObject([
			{
				severity: 'slows',
				reason: 'many_narrowing_keys',
				message: expect.stringContaining(
					'narrowed in 4 ways at once (gender, interests, languages, devices)',
				),
			},
			{ level: 'ad_group', reason: 'not_checked', message: expect.stringContaining('Invalid') },
		]);
	});

	it('the network is not asked on and on', async () => {
		const ads = Array.from({ length: 5 }, (_, n) => ({ id: `9${n}`, pin_id: `${n}` }));
		const { diagnose, requests } = delivery({ ads, instead: { '/pins/': fault('not-sent') } });
		const { findings } = await diagnose();
		const asked = requests.filter(({ path }) => path.includes('/pins/'));
		expect(new Set(asked.map(({ path }) => path)).size).toBe(1);
		expect(findings).toMatchObject([{ reason: 'not_checked' }]);
	});

	it('the campaign itself is an error', async () => {
		const { diagnose } = delivery({
			instead: { '/campaigns/': json({ code: 50, message: 'Campaign not found.' }, 404) },
		});
		await expect(diagnose()).rejects.toMatchObject({ kind: 'not-found' });
	});

	it.each(['=/ad_groups', '=/ads', '/pins/', '/audience_sizing', '/bid_floor'])(
		'a run that is cancelled at %s ends',
		async (part) => {
			const { diagnose } = delivery({ instead: { [part]: fault('cancelled') } });
			await expect(diagnose()).rejects.toMatchObject({ kind: 'cancelled' });
		},
	);
});

it('names a bad input by its field', async () => {
	const { context } = delivery();
	await expect(diagnoseCampaign(context, { campaignId: 'x' })).rejects.toMatchObject({
		kind: 'invalid',
		field: 'Campaign',
	});
});
