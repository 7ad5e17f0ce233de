import {
	adAccountIdFor,
	getAdAccount,
	listAdAccounts,
	resolveAdAccount,
} from '../../../worker/src/connection/index.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

const SHOP = { id: '549755885175', name: 'Garden Shop', currency: 'EUR', country: 'DE' };
const OTHER = { id: '549755885176', name: 'Other Shop', currency: 'USD', country: 'US' };

describe('listAdAccounts', () => {
	it('follows the pages', async () => {
		const { context, requests } = fakeContext([
			json({ items: [SHOP], bookmark: 'next' }),
			json({ items: [OTHER], bookmark: null }),
		]);
		expect(await listAdAccounts(context)).toEqual([SHOP, OTHER]);
		expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /ad_accounts?include_shared_accounts=true&page_size=250',
			'GET /ad_accounts?include_shared_accounts=true&page_size=250&bookmark=next',
		]);
	});

	it('asks for no more than the limit', async () => {
		const { context, requests } = fakeContext([json({ items: [SHOP, OTHER], bookmark: 'more' })]);
		expect(await listAdAccounts(context, { limit: 1, includeShared: false })).toEqual([SHOP]);
		expect(requests.map(({ path }) => path)).toEqual([
			'/ad_accounts?include_shared_accounts=false&page_size=1',
		]);
	});

	it('names a limit that is none', async () => {
		const { context } = fakeContext([json({ items: [] })]);
		await expect(listAdAccounts(context, { limit: 0 })).rejects.toMatchObject({
			kind: 'invalid',
			field: 'Limit',
		});
	});
});

describe('the ad account of an input', () => {
	it('is the one it names', async () => {
		const { context, requests } = fakeContext([json(OTHER)], { adAccountId: SHOP.id });
		expect(await getAdAccount(context, { adAccountId: OTHER.id })).toEqual(OTHER);
		expect(requests[0].path).toBe(`/ad_accounts/${OTHER.id}`);
	});

	it('is the context’s where it names none', async () => {
		const { context, requests } = fakeContext([json(SHOP)], { adAccountId: SHOP.id });
		expect(await resolveAdAccount(context, '')).toEqual(SHOP);
		expect(requests[0].path).toBe(`/ad_accounts/${SHOP.id}`);
	});

	it('is the first that the token can see where neither names one', async () => {
		const { context } = fakeContext([json({ items: [SHOP, OTHER], bookmark: null })]);
		expect(await resolveAdAccount(context)).toEqual(SHOP);
	});

	it('is looked up once, also for items that ask at the same time', async () => {
		const { context, requests } = fakeContext([json({ items: [SHOP], bookmark: null })]);
		const ids = await Promise.all([1, 2, 3].map(() => adAccountIdFor(context)));
		await resolveAdAccount(context);
		expect(ids).toEqual([SHOP.id, SHOP.id, SHOP.id]);
		expect(requests).toHaveLength(1);
	});

	it('is looked up again after a failure', async () => {
		const { context } = fakeContext([
			json({ code: 1, message: 'Sorry.' }, 400),
			json({ items: [SHOP], bookmark: null }),
		]);
		await expect(resolveAdAccount(context)).rejects.toMatchObject({ kind: 'invalid' });
		expect(await resolveAdAccount(context)).toEqual(SHOP);
	});

	it('costs no request where only a known id is needed', async () => {
		const { context, requests } = fakeContext([json({})], { adAccountId: SHOP.id });
		expect(await adAccountIdFor(context)).toBe(SHOP.id);
		expect(await adAccountIdFor(context, ` ${OTHER.id} `)).toBe(OTHER.id);
		expect(requests).toEqual([]);
	});

	it('is refused before sending where it is no id', async () => {
		const { context, requests } = fakeContext([json({})]);
		await expect(resolveAdAccount(context, '../campaigns')).rejects.toMatchObject({
			kind: 'invalid',
			field: 'Ad Account',
		});
		expect(requests).toEqual([]);
	});

	it('says what to do where the token sees none', async () => {
		const { context } = fakeContext([json({ items: [], bookmark: null })]);
		await expect(resolveAdAccount(context)).rejects.toMatchObject({
			message: 'No ad accounts found',
			hint: expect.stringContaining('ads.pinterest.com'),
		});
	});
});
