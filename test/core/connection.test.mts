import { FakeApi, send } from './fakeApi.mts';
import { CredentialStore, runNode } from './harness.mts';

describe('the node’s connection operations', () => {
	let api: FakeApi;
	let store: CredentialStore;

	beforeEach(async () => {
		api = new FakeApi();
		await api.listen();
		store = new CredentialStore();
	});
	afterEach(async () => await api.close());

	const pasted = (data: Record<string, unknown> = {}) =>
		store.add('pinterestAdsApi', {
			environment: 'custom',
			apiBaseUrl: api.baseUrl,
			accessToken: 'access-1',
			refreshToken: 'refresh-1',
			clientId: 'app',
			clientSecret: 'secret',
			...data,
		});

	const run = async (operation: string, credential = pasted()) =>
		await runNode({ store, credential, parameters: { resource: 'connection', operation } });

	it('checks a connection', async () => {
		const { output } = await run('check');
		expect(output).toHaveLength(1);
		expect(output[0].json).toMatchObject({
			status: 'active',
			ad_account_id: '549755885175',
			ad_account_name: 'Garden Shop',
			currency: 'EUR',
			is_token_valid: true,
			token_expires_at: null,
		});
	});

	it('reports a token that Pinterest no longer accepts, with the fix', async () => {
		const { output } = await run('check', pasted({ accessToken: 'expired', refreshToken: '' }));
		expect(output[0].json).toMatchObject({
			status: 'unauthorized',
			message: expect.stringContaining('Invalid access token'),
			hint: expect.stringContaining('ads:read and ads:write'),
		});
	});

	it('reports a token that sees no ad account, with the fix', async () => {
		api.onCall = (response) => send(response, 200, { items: [], bookmark: null });
		const { output } = await run('check');
		expect(output[0].json).toMatchObject({
			status: 'unauthorized',
			message: 'No ad accounts found',
			hint: expect.stringContaining('ads.pinterest.com'),
		});
	});

	it('renews the tokens and tells when the new ones end', async () => {
		const credential = pasted();
		const { output } = await run('refresh', credential);
		expect(output[0].json).toMatchObject({ status: 'active', needs_refresh: false });
		expect(Date.parse(String(output[0].json.token_expires_at))).toBeGreaterThan(Date.now());
		expect(store.read(credential.id)).toMatchObject({
			accessToken: 'access-2',
			refreshToken: 'refresh-2',
		});
	});

	it('stops with "reconnect" where Pinterest refuses to renew', async () => {
		await expect(run('refresh', pasted({ refreshToken: 'spent' }))).rejects.toMatchObject({
			description: expect.stringMatching(/^Reconnect/),
		});
	});
});
