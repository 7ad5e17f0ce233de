import {
	createEngagementAudience,
	createVisitorAudience,
	getAudience,
	listAudiences,
	listSharedAccounts,
	updateAudience,
	type PinterestAdsError,
} from '../../../worker/src/index.ts';
import { SEED } from '../../../simulator/simulator.mts';
import { patientContext, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => patientContext(on.simulator);
const errorOf = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		(error: PinterestAdsError) => error,
	);
const asked = (method: string) =>
	on.simulator
		.ledger()
		.filter((entry) => entry.method === method && entry.path.includes('/audiences'));
const held = (name: string) =>
	on.simulator.state().audiences.filter((audience) => audience.name === name);

const SALE = { name: 'Sale', conversionTagId: SEED.conversionTagId };
const visitors = async (more: object = {}) =>
	await createVisitorAudience(context(), { ...SALE, ...more });
const engaged = async (more: object = {}) =>
	await createEngagementAudience(context(), {
		...{ name: 'Engaged', engagementDomains: ['https://www.Example.com/sofas'] },
		...more,
	});

describe('createVisitorAudience', () => {
	it('sends the rule in Pinterest’s terms, and gives a record to be stored', async () => {
		const record = await visitors({
			...{ id: 'row-1', event: 'Add to cart', url: '/sale/', retentionDays: '30' },
			...{ eventSources: 'web, mobile', ingestionSources: ['tag'], prefill: 'false' },
			...{ eventData: '{"lead_type": "Newsletter"}', description: 'From the sale' },
		});
		const rule = {
			...{ visitor_source_id: SEED.conversionTagId, event: 'addtocart', retention_days: 30 },
			...{ event_source: { '=': ['web', 'mobile'] }, ingestion_source: { '=': ['tag'] } },
			...{ event_data: { lead_type: 'Newsletter' }, prefill: false, url: { contains: '/sale/' } },
		};
		const described = { description: 'From the sale' };
		expect(asked('POST').map(({ body }) => body)).toEqual([
			{ name: 'Sale', audience_type: 'VISITOR', rule, ...described },
		]);
		expect(record).toEqual({
			...{ id: 'row-1', name: 'Sale', created: true, audience_type: 'VISITOR' },
			...{ audience_status: 'INITIALIZING', size: null, rule },
			pinterest_audience_id: held('Sale')[0].id,
			ad_account_id: SEED.adAccountId,
			warnings: [expect.stringMatching(/begins empty/)],
		});
	});

	it.each([
		[{ urlOperator: 'is' }, { '=': 'https://shop.example.com/' }],
		[{ urlOperator: 'Is Not' }, { '!=': 'https://shop.example.com/' }],
		[{ urlOperator: 'not contains' }, { not_contains: 'https://shop.example.com/' }],
	])('compares the address as chosen: %j', async (how, url) => {
		const { rule } = await visitors({ url: 'https://shop.example.com/', ...how });
		expect(rule).toMatchObject({ url });
	});

	it('takes an event that a partner has defined, and not together with another', async () => {
		expect((await visitors({ partnerEvent: 'booking' })).rule).toMatchObject({ event: 'booking' });
		const both = errorOf(visitors({ name: 'Both', partnerEvent: 'booking', event: 'lead' }));
		expect(await both).toMatchObject({ kind: 'invalid', field: 'Partner-Defined Event' });
		expect(held('Both')).toEqual([]);
	});

	it('finds the one of that name instead of making a second, and says what of it is different', async () => {
		const first = await visitors({ event: 'checkout' });
		const same = await visitors({ event: 'checkout', retentionDays: 180, name: ' Sale ' });
		expect(same).toMatchObject({
			...{ created: false, pinterest_audience_id: first.pinterest_audience_id },
			warnings: [expect.stringMatching(/differs .* in Retention Days\./)],
		});
		const other = await visitors({ event: 'lead', url: '/sale/' });
		expect(other.warnings).toEqual([
			expect.stringMatching(
				/exists already and was not changed.* in Event, URL\..*Update that one/,
			),
		]);
		expect(await visitors({ event: 'checkout' })).toMatchObject({ created: false, warnings: [] });
		expect(asked('POST')).toHaveLength(1);
	});

	it('takes no audience of another type for it, and says that there is one', async () => {
		on.simulator.plant({
			audiences: [{ id: '77', name: 'Sale', audience_type: 'ENGAGEMENT', rule: {} }],
		});
		expect(await visitors()).toMatchObject({
			created: true,
			warnings: [expect.stringMatching(/type ENGAGEMENT .* "Sale" as well \(77\)/)],
		});
	});

	it('warns of a tag that has never fired', async () => {
		on.simulator.plant({ conversionTags: [{ id: '31', name: 'New site' }] });
		expect((await visitors({ conversionTagId: '31' })).warnings).toEqual([
			expect.stringMatching(/"New site" \(31\) has never fired/),
		]);
	});

	it.each([
		['that does not exist', '404404'],
		['of another ad account', SEED.euroConversionTagId],
	])('refuses a tag %s before anything is created', async (_, conversionTagId) => {
		expect(await errorOf(visitors({ conversionTagId }))).toMatchObject({
			...{ kind: 'invalid', field: 'Conversion Tag' },
			message: expect.stringContaining(conversionTagId),
		});
		expect(asked('POST')).toEqual([]);
	});

	it.each([0, 541, 1.5])('refuses to keep people for %d days', async (retentionDays) => {
		expect(await errorOf(visitors({ retentionDays }))).toMatchObject({
			message: expect.stringContaining('whole number from 1 to 540'),
		});
	});

	it('says which role is missing', async () => {
		const asAnalyst = patientContext(on.simulator, { token: SEED.tokens.analyst } as object);
		expect(await errorOf(createVisitorAudience(asAnalyst, SALE))).toMatchObject({
			kind: 'forbidden',
		});
	});
});

describe('createEngagementAudience', () => {
	it('sends the rule in Pinterest’s terms', async () => {
		const { rule, ...record } = await engaged({
			...{ engagementType: 'Save', pinIds: SEED.pins.image, retentionDays: 90 },
			...{ urls: 'https://www.example.com/sofas', engagerType: 2 },
			...{ campaignIds: [SEED.campaigns.running], adIds: SEED.leadAdId, objectives: 'awareness' },
		});
		expect(record).toMatchObject({ created: true, audience_type: 'ENGAGEMENT', warnings: [] });
		expect(rule).toEqual({
			...{ engagement_domain: ['www.example.com'], engagement_type: 'save', engager_type: 2 },
			...{ pin_id: [SEED.pins.image], url: ['https://www.example.com/sofas'] },
			...{ campaign_id: [SEED.campaigns.running], ad_id: [SEED.leadAdId] },
			...{ objective_type: ['AWARENESS'], retention_days: 90 },
		});
	});

	it('finds the one of that name again', async () => {
		await engaged();
		expect(await engaged({ engagementDomains: 'example.com' })).toMatchObject({
			created: false,
			warnings: [expect.stringMatching(/differs .* in Domains\./)],
		});
		expect(held('Engaged')).toHaveLength(1);
	});

	it('says that a domain has to be claimed where Pinterest refuses it', async () => {
		expect(await errorOf(engaged({ engagementDomains: 'elsewhere.test' }))).toMatchObject({
			kind: 'invalid',
			hint: expect.stringMatching(/domains that the account has claimed/),
		});
	});

	it('refuses what is no domain', async () => {
		expect(await errorOf(engaged({ engagementDomains: 'sofas' }))).toMatchObject({
			message: expect.stringContaining('must be a domain'),
		});
	});
});

describe('a fault at any request', () => {
	const FAULTS = [
		'429',
		'500',
		'cut-before',
		'cut-after',
		'done-500',
		'html',
		'truncated',
	] as const;

	it.each(
		FAULTS.flatMap((fault) => [
			...[0, 1, 2].map((after) => ({ fault, after, lag: 0 })),
			{ fault, after: 2, lag: 20_000 },
		]),
	)('makes no second audience: %j', async ({ fault, after, lag }) => {
		on.simulator.settings({ listLagMs: lag });
		on.simulator.addFault({ match: {}, fault, after, count: 1, resetSeconds: 0 });
		const record = await visitors().catch(async () => await visitors());
		expect(held('Sale').map(({ id }) => id)).toEqual([record.pinterest_audience_id]);
	});

	it('ends as not known where the audience cannot be looked for, and finds it the next time', async () => {
		on.simulator.addFault({
			...{ match: { operationId: 'audiences/create' }, fault: 'cut-after', count: 1 },
		});
		on.simulator.addFault({
			...{ match: { operationId: 'audiences/list' }, fault: '500', after: 1, count: 60 },
		});
		expect(await errorOf(visitors())).toMatchObject({
			kind: 'outcome-unknown',
			hint: expect.stringMatching(/looked for first/),
		});
		on.simulator.clearFaults();
		expect(await visitors()).toMatchObject({ created: false });
		expect(held('Sale')).toHaveLength(1);
	});
});

describe('updateAudience', () => {
	it('sends only what is to be different', async () => {
		const { pinterest_audience_id: audienceId } = await visitors({ description: 'Old' });
		const changed = await updateAudience(context(), { audienceId, name: 'Spring sale' });
		expect(changed).toMatchObject({
			...{ id: audienceId, name: 'Spring sale', description: 'Old', warnings: [] },
			audience_type: 'VISITOR',
		});
		await updateAudience(context(), { audienceId, description: 'New' });
		expect(asked('PATCH').map(({ body }) => body)).toEqual([
			{ operation_type: 'UPDATE', name: 'Spring sale' },
			{ operation_type: 'UPDATE', description: 'New' },
		]);
	});

	it('keeps what of the rule is not named', async () => {
		const { pinterest_audience_id: audienceId, rule } = await visitors({
			...{ event: 'pagevisit', url: '/sale/' },
		});
		const changed = await updateAudience(context(), {
			...{ audienceId, retentionDays: 60, rule: '{"event": "checkout"}' },
		});
		expect(changed.rule).toEqual({ ...rule, event: 'checkout', retention_days: 60 });
		expect(await getAudience(context(), { audienceId })).toMatchObject({ rule: changed.rule });
	});

	it('refuses a change of nothing', async () => {
		expect(await errorOf(updateAudience(context(), { audienceId: '1' }))).toMatchObject({
			...{ kind: 'invalid', action: 'give-a-change' },
		});
		expect(on.simulator.ledger()).toEqual([]);
	});

	it('says that an audience was not found', async () => {
		const change = { audienceId: '404404', name: 'Spring' };
		expect(await errorOf(updateAudience(context(), change))).toMatchObject({
			...{ kind: 'not-found', message: expect.stringContaining('404404') },
		});
	});

	it.each(['429', '500', 'cut-before', 'cut-after', 'done-500', 'html', 'truncated'] as const)(
		'is made although %s comes in between',
		async (fault) => {
			const { pinterest_audience_id: audienceId } = await visitors();
			on.simulator.addFault({
				...{ match: { operationId: 'audiences/update' }, fault, count: 1, resetSeconds: 0 },
			});
			await updateAudience(context(), { audienceId, name: 'Spring' });
			const [{ name }] = await listAudiences(context(), { audienceType: 'VISITOR' });
			expect(name).toBe('Spring');
		},
	);
});

describe('listSharedAccounts', () => {
	const sharedWith = [
		{
			...{ account_id: SEED.euroAdAccountId, account_name: 'Example Shop Europe' },
			...{ account_type: 'AD_ACCOUNT' as const, shared_on_timestamp: 1_764_000_000 },
		},
		{
			...{ account_id: '729090764583391194', account_name: 'Agency' },
			...{ account_type: 'BUSINESS_ACCOUNT' as const, shared_on_timestamp: 1_764_100_000 },
		},
	];
	const audienceId = '77';
	const shared = async (more: object = {}) =>
		await listSharedAccounts(context(), { audienceId, ...more });

	it('gives ad accounts and businesses, or the ones that are asked for', async () => {
		on.simulator.plant({ audiences: [{ id: audienceId, name: 'Sale', sharedWith }] });
		expect(await shared()).toEqual([
			{
				...{ account_name: 'Example Shop Europe', account_type: 'AD_ACCOUNT' },
				...{ shared_at: '2025-11-24T16:00:00.000Z', account_id: SEED.euroAdAccountId },
				...{ audience_id: audienceId, ad_account_id: SEED.adAccountId },
			},
			expect.objectContaining({ account_name: 'Agency', account_type: 'BUSINESS_ACCOUNT' }),
		]);
		expect(await shared({ accountTypes: 'Business Account' })).toHaveLength(1);
	});

	it('gives none where nobody has it, also where Pinterest answers that with 404', async () => {
		on.simulator.plant({ audiences: [{ id: audienceId, name: 'Sale' }] });
		expect(await shared()).toEqual([]);
		on.simulator.addFault({
			match: { operationId: 'ad_accounts_audiences_shared_accounts/list' },
			...{ fault: 'answer', answer: { status: 404, body: { code: 404, message: 'None.' } } },
		});
		expect(await shared()).toEqual([]);
	});

	it('says that an audience does not exist', async () => {
		expect(await errorOf(shared())).toMatchObject({
			...{ kind: 'not-found', message: expect.stringContaining(audienceId) },
		});
	});
});
