import { FakeApi, send } from '../fakeApi.mts';
import { CredentialStore, runNode } from '../harness.mts';

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

	describe('disconnect', () => {
		it.each([
			['a token in use', {}],
			['one that Pinterest refuses', { accessToken: 'expired', refreshToken: 'spent' }],
			['none at all', { accessToken: '', refreshToken: '' }],
			['an address that is none', { apiBaseUrl: 'somewhere' }],
		])('clears the stored tokens and asks Pinterest for nothing: %s', async (_, data) => {
			const credential = pasted(data);
			const { output } = await run('disconnect', credential);
			expect(output.map(({ json }) => json)).toEqual([
				expect.objectContaining({
					status: 'inactive',
					is_token_valid: false,
					needs_refresh: false,
					tokens_cleared: true,
					message: expect.stringContaining('at Pinterest stay'),
					hint: expect.stringContaining('Connected apps'),
				}),
			]);
			const stored = store.read(credential.id);
			expect(stored).toMatchObject({ accessToken: '', refreshToken: '', validUntil: 'unknown' });
			expect(stored).toMatchObject({ clientId: 'app', clientSecret: 'secret' });
			expect(api.seen).toEqual([]);
		});

		it('leaves a connection that says what to enter, and works again with new tokens', async () => {
			const credential = pasted();
			await run('disconnect', credential);
			const [{ json }] = (await run('check', credential)).output;
			expect(json).toMatchObject({
				status: 'unauthorized',
				message: 'Access Token: the Pinterest credential has none.',
				hint: expect.stringContaining('paste an access token'),
			});
			expect(api.seen).toEqual([]);
			store.write(credential.id, { accessToken: 'access-1', refreshToken: 'refresh-1' });
			expect((await run('check', credential)).output[0].json.status).toBe('active');
		});

		it('says so where the tokens are expressions, which stay', async () => {
			const accessToken = '={{ "access-1" }}';
			const credential = pasted({ accessToken });
			const [{ json }] = (await run('disconnect', credential)).output;
			expect(json).toMatchObject({
				status: 'inactive',
				tokens_cleared: false,
				message: expect.stringMatching(/not cleared: they are expressions/),
			});
			expect(store.read(credential.id)).toMatchObject({ accessToken, refreshToken: '' });
		});

		it('says so for OAuth2, whose tokens n8n lets nobody clear, and renews nothing', async () => {
			const oauthTokenData = { access_token: 'access-1', refresh_token: 'refresh-1' };
			const due = { ...oauthTokenData, n8n_expires_at: String(Date.now() - 1) };
			const credential = store.add('pinterestAdsOAuth2Api', {
				environment: 'custom',
				apiBaseUrl: api.baseUrl,
				oauthTokenData: due,
			});
			const [{ json }] = (await run('disconnect', credential)).output;
			expect(json).toMatchObject({
				status: 'inactive',
				tokens_cleared: false,
				hint: expect.stringContaining('delete the credential in n8n'),
			});
			expect(api.seen).toEqual([]);
			expect(store.writes).toBe(0);
		});
	});
});
