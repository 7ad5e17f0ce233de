import { checkConnection } from '../../../worker/src/connection/index.ts';
import { fakeContext, fault, json, type Answer } from '../client/fakePorts.mts';

const NOW = Date.UTC(2026, 10, 24);
const HOUR = 3_600_000;
const SHOP = { id: '549755885175', name: 'Garden Shop', currency: 'EUR' };
const OTHER = { id: '549755885176', name: 'Other Shop', currency: 'USD' };
const BOTH = json({ items: [SHOP, OTHER], bookmark: null });

const check = async (answer: Answer, input = {}, token = {}) =>
	await checkConnection(fakeContext([answer]).context, input, async () => token);

describe('checkConnection', () => {
	it('takes the first ad account', async () => {
		expect(await check(BOTH)).toEqual({
			status: 'active',
			ad_account_id: SHOP.id,
			ad_account_name: 'Garden Shop',
			currency: 'EUR',
			ad_accounts_count: 2,
			is_token_valid: true,
			token_expires_at: null,
			refresh_token_expires_at: null,
			needs_refresh: false,
			checked_at: '2026-11-24T00:00:00.000Z',
			message: `Connected to the ad account Garden Shop (${SHOP.id}).`,
			hint: '',
			action: 'none',
		});
	});

	it('takes the ad account that was chosen', async () => {
		expect(await check(BOTH, { adAccountId: OTHER.id })).toMatchObject({
			status: 'active',
			ad_account_id: OTHER.id,
			currency: 'USD',
		});
	});

	it('reports a chosen ad account that the token cannot see', async () => {
		expect(await check(BOTH, { adAccountId: '549755885999' })).toMatchObject({
			status: 'unauthorized',
			ad_account_id: null,
			ad_accounts_count: 2,
			is_token_valid: true,
			message: expect.stringContaining('549755885999'),
			hint: expect.stringContaining('role'),
		});
	});

	it('reports that there is no ad account, with the reference’s fix', async () => {
		expect(await check(json({ items: [], bookmark: null }))).toMatchObject({
			status: 'unauthorized',
			is_token_valid: true,
			message: 'No ad accounts found',
			hint: expect.stringContaining('not just a business profile'),
		});
	});

	it('reports a token that Pinterest refuses, with the reference’s fix', async () => {
		const refused = json({ code: 2, message: 'Authentication failed.' }, 401);
		expect(await check(refused)).toMatchObject({
			status: 'unauthorized',
			is_token_valid: false,
			needs_refresh: true,
			message: expect.stringContaining('Invalid access token'),
			hint: expect.stringContaining('without extra spaces'),
		});
	});

	it('reports a renewal that Pinterest refuses', async () => {
		expect(await check(fault('refresh-refused'))).toMatchObject({
			status: 'unauthorized',
			hint: expect.stringMatching(/^Reconnect/),
		});
	});

	it('reports a missing scope as such: the token itself is good', async () => {
		expect(await check(json({ code: 3, message: 'No scope.' }, 401))).toMatchObject({
			status: 'unauthorized',
			is_token_valid: true,
			hint: expect.stringContaining('ads:read and ads:write'),
		});
	});

	it('says which scope was not granted, though reading works', async () => {
		const token = { scopes: 'ads:read pins:read' };
		expect(await check(BOTH, {}, token)).toMatchObject({
			status: 'active',
			message: expect.stringMatching(/without ads:write\.$/),
			hint: expect.stringContaining('Scopes cannot be added'),
		});
		expect((await check(BOTH, {}, { scopes: 'ads:read,ads:write' })).hint).toBe('');
	});

	it.each([
		['no longer valid within a day of its end', 23 * HOUR, false, true],
		['valid a day before its end', 24 * HOUR, true, false],
	])('calls a token %s', async (_, left, is_token_valid, needs_refresh) => {
		expect(await check(BOTH, {}, { expiresAt: NOW + left })).toMatchObject({
			status: 'active',
			is_token_valid,
			needs_refresh,
			token_expires_at: new Date(NOW + left).toISOString(),
		});
	});

	it('reads the token’s end only after the request, which may have renewed it', async () => {
		const order: string[] = [];
		const { context } = fakeContext([
			() => {
				order.push('request');
				return BOTH;
			},
		]);
		await checkConnection(context, {}, async () => {
			order.push('token');
			return {};
		});
		expect(order).toEqual(['request', 'token']);
	});

	it.each([
		['no network', fault('not-sent'), 'network'],
		['an outage', json({ code: 0, message: 'down' }, 503), 'unavailable'],
		['a rate limit', json({ code: 8 }, 429, { 'retry-after': '9999' }), 'rate-limited'],
		['a cancelled execution', fault('cancelled'), 'cancelled'],
	])('fails for %s, which says nothing about the connection', async (_, answer, kind) => {
		await expect(check(answer)).rejects.toMatchObject({ kind });
	});

	it('names a bad ad account id', async () => {
		await expect(check(BOTH, { adAccountId: 'act_1' })).rejects.toMatchObject({
			kind: 'invalid',
			field: 'Ad Account',
		});
	});
});
