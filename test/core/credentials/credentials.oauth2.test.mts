import { createContext } from '../../../nodes/PinterestAds/transport/context.ts';
import { createN8nHttp } from '../../../nodes/PinterestAds/transport/n8nHttp.ts';
import { renewToken } from '../../../nodes/PinterestAds/transport/renewToken.ts';
import { readTokenState } from '../../../nodes/PinterestAds/transport/tokenState.ts';
import { checkConnection } from '../../../worker/src/index.ts';
import { FakeApi, send } from '../fakeApi.mts';
import { CredentialStore, executeFunctions } from '../harness.mts';

const HOUR = 3_600_000;
const LIST = { method: 'GET', path: '/ad_accounts' } as const;

describe('OAuth2 credential in n8n-core', () => {
	let api: FakeApi;
	let store: CredentialStore;

	beforeEach(async () => {
		api = new FakeApi();
		await api.listen();
		store = new CredentialStore();
	});
	afterEach(async () => await api.close());

	function connected(tokens: Record<string, unknown> = {}) {
		const credential = store.add('pinterestAdsOAuth2Api', {
			environment: 'custom',
			apiBaseUrl: `${api.baseUrl}/`,
			clientId: 'app',
			clientSecret: 'secret',
			oauthTokenData: {
				access_token: 'access-1',
				refresh_token: 'refresh-1',
				token_type: 'bearer',
				scope: 'ads:read,ads:write',
				...tokens,
			},
		});
		return { credential, functions: executeFunctions({ store, credential }) };
	}

	const tokensOf = (id: string) => store.read(id).oauthTokenData as Record<string, unknown>;

	it('signs requests to the custom address', async () => {
		const { functions } = connected();
		const http = await createN8nHttp(functions, 'pinterestAdsOAuth2Api');
		const answer = await http.send(LIST);
		expect(answer.status).toBe(200);
		expect(api.seen.map(({ path }) => path)).toEqual(['/ad_accounts']);
		expect(api.seen[0].headers.authorization).toBe('Bearer access-1');
	});

	it('renews an expired token once under four parallel requests and stores the new pair', async () => {
		const { credential, functions } = connected({ access_token: 'expired' });
		const http = await createN8nHttp(functions, 'pinterestAdsOAuth2Api');
		const answers = await Promise.all([1, 2, 3, 4].map(() => http.send(LIST)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		const renewals = api.calls('/oauth/token');
		expect(renewals).toHaveLength(1);
		expect(Object.fromEntries(new URLSearchParams(renewals[0].body))).toEqual({
			grant_type: 'refresh_token',
			refresh_token: 'refresh-1',
		});
		expect(renewals[0].headers.authorization).toMatch(/^Basic /);
		expect(tokensOf(credential.id)).toMatchObject({
			access_token: 'access-2',
			refresh_token: 'refresh-2',
		});
	});

	it('says "reconnect", and not "bad request", when Pinterest refuses the refresh token', async () => {
		const { functions } = connected({ access_token: 'expired', refresh_token: 'spent' });
		const record = await checkConnection(await createContext(functions));
		expect(record).toMatchObject({ status: 'unauthorized', is_token_valid: false });
		expect(record.message).toMatch(/could not be renewed/);
		expect(record.hint).toMatch(/^Reconnect/);
		expect(JSON.stringify(record)).not.toMatch(/spent|Bad request/);
	});

	it('recognises the standard invalid_grant answer too', async () => {
		const { functions } = connected({ access_token: 'expired' });
		api.onToken = (response) => send(response, 400, { error: 'invalid_grant' });
		const http = await createN8nHttp(functions, 'pinterestAdsOAuth2Api');
		await expect(http.send(LIST)).rejects.toMatchObject({ fault: 'refresh-refused' });
	});

	it('takes a token endpoint that is down for a passing trouble', async () => {
		const { functions } = connected({ access_token: 'expired' });
		api.onToken = (response) => send(response, 503, { code: 0, message: 'down' });
		const http = await createN8nHttp(functions, 'pinterestAdsOAuth2Api');
		await expect(http.send(LIST)).rejects.toMatchObject({ fault: 'not-sent' });
	});

	it('hands out the 401 where there is no refresh token', async () => {
		const { functions } = connected({ access_token: 'expired', refresh_token: undefined });
		const http = await createN8nHttp(functions, 'pinterestAdsOAuth2Api');
		const answer = await http.send(LIST);
		expect(answer).toMatchObject({ status: 401, body: { code: 2 } });
		expect(api.seen).toHaveLength(1);
	});

	it('hands out a 401 that a new token does not cure, with its body', async () => {
		const { functions } = connected();
		api.onCall = (response) => send(response, 401, { code: 2, message: 'Authentication failed.' });
		const http = await createN8nHttp(functions, 'pinterestAdsOAuth2Api');
		const answer = await http.send(LIST);
		expect(answer).toMatchObject({ status: 401, body: { message: 'Authentication failed.' } });
		expect(api.calls('/oauth/token')).toHaveLength(1);
	});

	it('does not renew for a missing scope, which a new token would lack as well', async () => {
		const { functions } = connected();
		api.onCall = (response) => send(response, 401, { code: 3, message: 'No scope.' });
		const http = await createN8nHttp(functions, 'pinterestAdsOAuth2Api');
		expect(await http.send(LIST)).toMatchObject({ status: 401, body: { code: 3 } });
		expect(api.calls('/oauth/token')).toHaveLength(0);
	});

	it('renews within a day of the end, before anything else is sent', async () => {
		const { credential, functions } = connected({
			n8n_expires_at: String(Date.now() + 23 * HOUR),
		});
		await createContext(functions);
		expect(api.seen.map(({ path }) => path)).toEqual(['/oauth/token']);
		expect(tokensOf(credential.id)).toMatchObject({ access_token: 'access-2' });
	});

	it('leaves a token alone that holds for more than a day', async () => {
		const { functions } = connected({ n8n_expires_at: String(Date.now() + 25 * HOUR) });
		await createContext(functions);
		expect(api.seen).toEqual([]);
	});

	it('goes on with the present token where an early renewal fails', async () => {
		const { functions } = connected({ n8n_expires_at: String(Date.now() + 23 * HOUR) });
		api.onToken = (response) => send(response, 500, {});
		const { http } = await createContext(functions);
		expect((await http.send(LIST)).status).toBe(200);
	});

	it('renews on demand and tells when the new tokens end', async () => {
		const { functions } = connected({ n8n_expires_at: String(Date.now() + 500 * HOUR) });
		const renewed = await renewToken(functions);
		const days = (time?: number) => Math.round(((time ?? 0) - Date.now()) / (24 * HOUR));
		expect(days(renewed.expiresAt)).toBe(30);
		expect(days(renewed.refreshExpiresAt)).toBe(60);
		expect(renewed.scopes).toBe('ads:read ads:write');
		expect(api.calls('/oauth/token')).toHaveLength(1);
	});

	it('says what is missing where it cannot renew on demand', async () => {
		const { functions } = connected({ refresh_token: undefined });
		await expect(renewToken(functions)).rejects.toMatchObject({
			name: 'PinterestAdsError',
			kind: 'invalid',
			hint: expect.stringContaining('reconnect'),
		});
	});

	it('refuses on demand as an error that says to reconnect', async () => {
		const { functions } = connected({ refresh_token: 'spent' });
		await expect(renewToken(functions)).rejects.toMatchObject({
			kind: 'token-expired',
			hint: expect.stringMatching(/^Reconnect/),
		});
	});

	it('reports a credential that nobody has connected yet', async () => {
		const credential = store.add('pinterestAdsOAuth2Api', { clientId: 'app', clientSecret: 's' });
		const context = await createContext(executeFunctions({ store, credential }));
		const record = await checkConnection(context);
		expect(record).toMatchObject({
			status: 'unauthorized',
			message: 'The Pinterest credential is not connected yet.',
		});
	});

	it('reads the tokens’ ends without showing a token', async () => {
		const issued = Date.now() - 24 * HOUR;
		const { functions } = connected({
			expires_in: 2_592_000,
			n8n_expires_at: String(issued + 2_592_000_000),
			refresh_token_expires_in: 5_184_000,
		});
		const state = await readTokenState(functions);
		expect(state).toMatchObject({
			connected: true,
			renewable: true,
			expiresAt: issued + 2_592_000_000,
			refreshExpiresAt: issued + 5_184_000_000,
		});
		expect(JSON.stringify(state)).not.toMatch(/access-1|refresh-1|secret/);
	});
});
