import { SEED } from '../../../simulator/simulator.mts';
import {
	addKeywords,
	callApi,
	createConversionTag,
	createCampaigns,
	launchCampaigns,
	previewed,
	promoteProductGroups,
	sendConversions,
	succeeded,
	syncAudience,
	updateAdGroups,
	updateCampaigns,
	type Outcome,
	type Preview,
	type SpendingPolicy,
	type WorkerContext,
} from '../../../worker/src/index.ts';
import { usePinterest } from '../../pinterest.mts';
import { untyped } from '../../untyped.mts';

/** What previews say, and that they send nothing, against the simulator. */

const on = usePinterest();
const { running: campaignId } = SEED.campaigns;
const { running: adGroupId } = SEED.adGroups;
const UNIT = { amountUnit: 'accountCurrency' } as const;

type Task = (context: WorkerContext) => Promise<ReadonlyArray<Outcome<unknown>>>;

/** Of a task of many inputs; nothing may be sent by it. */
async function previewsOf(task: Task, spending?: SpendingPolicy): Promise<Array<Outcome<Preview>>> {
	const before = on.pinterest.writes.length;
	const state = on.pinterest.state();
	const outcomes = await previewed(on.pinterest.contextWith({ spending }), task);
	expect(on.pinterest.writes.slice(before)).toEqual([]);
	expect(on.pinterest.state()).toEqual(state);
	return outcomes;
}

async function previewOf(task: Task): Promise<Preview> {
	const [outcome] = await previewsOf(task);
	if (!outcome.ok) throw outcome.error;
	return outcome.record;
}

/** Of a task of one input. */
const alone =
	(task: (context: WorkerContext) => Promise<unknown>): Task =>
	async (context) => {
		try {
			return [succeeded(await task(context))];
		} catch (error) {
			return [{ ok: false, error: untyped(error) }];
		}
	};

describe('an update', () => {
	it.each([
		['USD', '50.00 USD', '60.00 USD'],
		['JPY', '50 JPY', '60 JPY'],
		['KWD', '50.000 KWD', '60.000 KWD'],
	])('is told from what to what, in %s', async (currency, from, to) => {
		on.pinterest.plant({ adAccounts: [{ id: SEED.adAccountId, currency }] });
		const change = { campaignId, dailySpendCap: '60', status: 'PAUSED', ...UNIT } as const;
		const preview = await previewOf(async (context) => await updateCampaigns(context, [change]));
		expect(preview.changes).toEqual([
			{ field: 'Status', from: 'ACTIVE', to: 'PAUSED' },
			{ field: 'Daily Spend Cap', from, to },
		]);
		expect(preview.would).toBe(
			`Would update the campaign ${campaignId}: Status from ACTIVE to PAUSED, Daily Spend Cap from ${from} to ${to}.`,
		);
	});

	it('that changes nothing says so', async () => {
		const preview = await previewOf(
			async (context) => await updateCampaigns(context, [{ campaignId, status: 'ACTIVE' }]),
		);
		expect(preview).toMatchObject({ changes: [] });
		expect(preview.would).toBe(`Would update the campaign ${campaignId}, which changes nothing.`);
	});

	it('that takes a cap away says that there is none then', async () => {
		const change = { campaignId, clear: ['dailySpendCap'] } as const;
		const { changes } = await previewOf(
			async (context) => await updateCampaigns(context, [untyped(change)]),
		);
		expect(changes).toEqual([{ field: 'Daily Spend Cap', from: '50.00 USD', to: 'none' }]);
	});

	it('of many reads them together, and each has its own preview', async () => {
		const ids = [SEED.adGroups.running, SEED.adGroups.running2];
		const outcomes = await previewsOf(
			async (context) =>
				await updateAdGroups(
					context,
					ids.map((id) => ({ adGroupId: id, name: `New ${id}` })),
				),
		);
		expect(outcomes.map((one) => one.ok && one.record.id)).toEqual(ids);
		expect(on.pinterest.calls).toEqual(['GET /ad_groups']);
	});
});

it('an input that is refused is refused in a preview too, and costs the others nothing', async () => {
	const inputs = ['40', '75', 'much'].map((dailySpendCap) => ({
		...{ name: `C ${dailySpendCap}`, objective: 'CONSIDERATION', dailySpendCap, ...UNIT },
	}));
	const outcomes = await previewsOf(
		async (context) => await createCampaigns(context, inputs.map(untyped)),
		{ highestDailyBudget: '50' },
	);
	expect(outcomes).toMatchObject([
		{ ok: true, record: { would: expect.stringContaining('Daily Spend Cap 40.00 USD') } },
		{ ok: false, error: { action: 'raise-the-limit' } },
		{ ok: false, error: { kind: 'invalid', field: 'Daily Spend Cap' } },
	]);
});

it('what the real run would warn of is in its preview', async () => {
	on.pinterest.plant({ adAccounts: [{ id: SEED.adAccountId, currency: 'JPY' }] });
	const { warnings } = await previewOf(
		async (context) =>
			await launchCampaigns(context, [
				untyped({
					...{ name: 'Spring', objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH' },
					...{ locations: 'US', pinIds: SEED.pins.image },
				}),
			]),
	);
	expect(warnings).toEqual(
		expect.arrayContaining([expect.stringMatching(/^Budget was left empty: it is 750 JPY/)]),
	);
});

describe('a launch', () => {
	const LAUNCH = {
		...{ name: 'Spring', objective: 'CONSIDERATION', billableEvent: 'CLICKTHROUGH' },
		...{ locations: 'US', pinIds: SEED.pins.image, keywords: 'sofa', ...UNIT },
		...{ budget: '5', bid: '1', dailySpendCap: '50', status: 'ACTIVE' },
	};
	const launch = (input: object): Task => {
		return async (context) => await launchCampaigns(context, [untyped(input)]);
	};

	it('that is new is told level by level, without an ID that could be sent', async () => {
		const preview = await previewOf(launch(LAUNCH));
		expect(preview).toMatchObject({
			would:
				'Would create 1 campaign, 1 ad group, 1 ad, 1 keyword, paused, then switch on 3 of what there is then.',
			details: {
				created: {
					campaigns: ['campaign “Spring”'],
					ad_groups: ['ad group “Spring”'],
					ads: [`ad of Pin ${SEED.pins.image}`],
				},
				found: {},
			},
		});
		expect(preview.requests.map(({ method, path }) => `${method} ${path.split('/')[3]}`)).toEqual([
			...['POST campaigns', 'POST ad_groups', 'POST ads', 'POST keywords'],
			...['PATCH campaigns', 'PATCH ad_groups', 'PATCH ads'],
		]);
		expect(preview.changes).toEqual(
			expect.arrayContaining([
				{ of: 'campaign “Spring”', field: 'Status', from: 'none', to: 'ACTIVE' },
				{ of: 'ad group “Spring”', field: 'Budget', from: 'none', to: '5.00 USD' },
			]),
		);
	});

	it('that exists in part says what is found and what is switched on', async () => {
		const [made] = await launchCampaigns(on.pinterest.context, [
			untyped({ ...LAUNCH, status: 'PAUSED' }),
		]);
		const id = made.ok ? made.record.id : '';
		const more = { ...LAUNCH, pinIds: `${SEED.pins.image}, ${SEED.pins.image2}` };
		const preview = await previewOf(launch(more));
		expect(preview).toMatchObject({
			id,
			details: {
				created: { ads: [`ad of Pin ${SEED.pins.image2}`] },
				found: { campaigns: [`campaign ${id} “Spring”`] },
			},
		});
		expect(preview.changes).toContainEqual({
			...{ of: `campaign ${id} “Spring”`, field: 'Status' },
			...{ from: 'PAUSED', to: 'ACTIVE' },
		});
	});

	it('that exists as a whole would send nothing', async () => {
		const paused = { ...LAUNCH, status: 'PAUSED', keywords: '' };
		await launchCampaigns(on.pinterest.context, [untyped(paused)]);
		const preview = await previewOf(launch(paused));
		expect(preview.would).toMatch(/^Nothing would be sent/);
		expect(preview).toMatchObject({ changes: [], requests: [] });
	});

	it('of product groups names their ad group as Pinterest takes it', async () => {
		const { lamps } = SEED.catalogProductGroups;
		const { requests } = await previewOf(
			launch({
				...{ name: 'Lamps', objective: 'SALES', billableEvent: 'CLICKTHROUGH', locations: 'US' },
				productGroupIds: lamps,
			}),
		);
		expect(requests.at(-1)?.body).toEqual({
			ad_group_id: '(new)',
			product_group_promotion: [expect.objectContaining({ catalog_product_group_id: lamps })],
		});
	});
});

describe('what is there already', () => {
	it('would not be added again: keywords', async () => {
		await addKeywords(on.pinterest.context, [{ adGroupId, keywords: 'sofa' }]);
		const some = await previewOf(
			async (context) => await addKeywords(context, [{ adGroupId, keywords: 'sofa, lamp' }]),
		);
		expect(some).toMatchObject({
			would: `Would add 1 keyword to the ad group ${adGroupId}; 1 is there already.`,
			details: { to_add: 1, existing: 1 },
		});
		const none = await previewOf(
			async (context) => await addKeywords(context, [{ adGroupId, keywords: 'sofa' }]),
		);
		expect(none).toMatchObject({ requests: [], found: { existing_count: 1 } });
	});

	it('would not be made again: product groups and tags', async () => {
		const productGroupId = SEED.catalogProductGroups.lamps;
		const input = [{ adGroupId, productGroupId }];
		await promoteProductGroups(on.pinterest.context, input);
		const promoted = await previewOf(async (context) => await promoteProductGroups(context, input));
		expect(promoted).toMatchObject({ requests: [], found: { promoted: false } });
		await createConversionTag(on.pinterest.context, { name: 'Shop' });
		const tag = await previewOf(
			alone(async (context) => await createConversionTag(context, { name: 'Shop' })),
		);
		expect(tag).toMatchObject({ requests: [], found: { created: false } });
	});
});

describe('a sync', () => {
	const emails = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, n) => `person${from + n}@example.com`);
	const sync = (more: object): Task =>
		alone(
			async (context) =>
				await syncAudience(context, untyped({ name: 'Buyers', listType: 'EMAIL', ...more })),
		);

	it('into nothing says what would be made, and how many would be added', async () => {
		const preview = await previewOf(sync({ records: [...emails(0, 120), 'nobody'] }));
		expect(preview).toMatchObject({
			would:
				'Would add 120 records to a new customer list “Buyers”, then create the audience “Buyers” on it.',
			details: { to_add: 120, to_remove: 0, counts: { received: 121, invalid: 1 } },
		});
		expect(JSON.stringify(preview)).not.toContain('@');
	});

	it('that mirrors says how many would be added and taken out', async () => {
		await syncAudience(on.pinterest.context, {
			...{ name: 'Buyers', listType: 'EMAIL', records: emails(0, 200) },
		});
		const preview = await previewOf(
			sync({ mode: 'mirror', records: emails(10, 205), previousRecords: emails(0, 200) }),
		);
		expect(preview).toMatchObject({ details: { to_add: 5, to_remove: 10 } });
		expect(preview.would).toMatch(/^Would add 5 records to the customer list \d+, then take 10/);
	});

	it('that would take out too many is refused', async () => {
		await syncAudience(on.pinterest.context, {
			...{ name: 'Buyers', listType: 'EMAIL', records: emails(0, 200) },
		});
		const [outcome] = await previewsOf(
			sync({ mode: 'mirror', records: emails(0, 101), previousRecords: emails(0, 200) }),
		);
		expect(outcome).toMatchObject({ ok: false, error: { kind: 'invalid' } });
	});
});

it('of conversions is said by what people would be recognized, and which are repeated', async () => {
	const event = { eventName: 'checkout', eventId: 'o-1', email: 'jane@example.com', value: '4' };
	const outcomes = await previewsOf(
		async (context) => await sendConversions(context, [untyped(event), untyped(event)]),
	);
	expect(outcomes).toMatchObject([
		{
			record: {
				would: 'Would send the conversion checkout (Event ID o-1).',
				changes: expect.arrayContaining([
					{ field: 'Recognized By', from: 'none', to: expect.arrayContaining(['em']) },
				]),
			},
		},
		{ record: { would: expect.stringMatching(/^Nothing would be sent: .* as item 0\.$/) } },
	]);
	expect(JSON.stringify(outcomes)).not.toMatch(/jane|[0-9a-f]{64}/);
});

describe('a call of the API', () => {
	const call = (input: object): Task =>
		alone(async (context) => await callApi(context, untyped({ unsafe: true, ...input })));

	it.each(['POST', 'PATCH', 'DELETE'])('with %s is shown and not sent', async (method) => {
		const path = `/boards${method === 'POST' ? '' : '/123'}`;
		const body = method === 'DELETE' ? undefined : { name: 'Spring' };
		const preview = await previewOf(call({ method, path, body }));
		expect(preview.requests).toEqual([{ method, path, ...(body && { body }) }]);
	});

	it('for several says which change is of which', async () => {
		const other = SEED.campaigns.archived;
		const body = [
			{ id: campaignId, daily_spend_cap: 60_000_000 },
			{ id: other, status: 'ACTIVE' },
		];
		const path = '/ad_accounts/{ad_account_id}/campaigns';
		const { changes } = await previewOf(call({ method: 'PATCH', path, body }));
		expect(changes).toEqual([
			...[{ of: `campaign ${campaignId}`, field: 'Daily Spend Cap', from: '50.00 USD' }].map(
				(one) => ({ ...one, to: '60.00 USD' }),
			),
			{ of: `campaign ${other}`, field: 'Status', from: 'ARCHIVED', to: 'ACTIVE' },
		]);
	});

	it('with contacts shows none of them', async () => {
		const path = '/ad_accounts/{ad_account_id}/customer_lists';
		const body = { name: 'L', list_type: 'EMAIL', records: 'jane@example.com' };
		const preview = await previewOf(call({ method: 'POST', path, body }));
		expect(preview.requests).toEqual([
			expect.objectContaining({ body: { name: 'L', list_type: 'EMAIL' } }),
		]);
	});
});
