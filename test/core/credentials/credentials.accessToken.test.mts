import { PinterestAdsApi } from '../../../credentials/PinterestAdsApi.credentials.ts';
import { createContext } from '../../../nodes/PinterestAds/transport/context.ts';
import { createN8nHttp } from '../../../nodes/PinterestAds/transport/n8nHttp.ts';
import { renewToken } from '../../../nodes/PinterestAds/transport/renewToken.ts';
import { checkConnection } from '../../../worker/src/index.ts';
import { readTokenTimes, writeTokenTimes } from '../../../worker/src/port/index.ts';
import { FakeApi, send } from '../fakeApi.mts';
import { CredentialStore, executeFunctions } from '../harness.mts';

const HOUR = 3_600_000;
const LIST = { method: 'GET', path: '/ad_accounts' } as const;

describe('access token credential in n8n-core', () => {
	let api: FakeApi;
	let store: CredentialStore;

	beforeEach(async () => {
		api = new FakeApi();
		await api.listen();
		store = new CredentialStore();
	});
	afterEach(async () => await api.close());

	function pasted(data: Record<string, unknown> = {}) {
		const credential = store.add('pinterestAdsApi', {
			environment: 'custom',
			apiBaseUrl: api.baseUrl,
			accessToken: 'access-1',
			refreshToken: 'refresh-1',
			clientId: 'app',
			clientSecret: 'secret',
			...data,
		});
		return { credential, functions: executeFunctions({ store, credential }) };
	}

	it('signs with the pasted token, however it was pasted', async () => {
		const { functions } = pasted({ accessToken: ' Bearer access-1\n' });
		const http = await createN8nHttp(functions, 'pinterestAdsApi');
		expect((await http.send(LIST)).status).toBe(200);
		expect(api.seen[0].headers.authorization).toBe('Bearer access-1');
	});

	it('renews an expired token once under four parallel requests and stores the new pair', async () => {
		const { credential, functions } = pasted({ accessToken: 'expired' });
		const http = await createN8nHttp(functions, 'pinterestAdsApi');
		const answers = await Promise.all([1, 2, 3, 4].map(() => http.send(LIST)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		const renewals = api.calls('/oauth/token');
		expect(renewals).toHaveLength(1);
		expect(Object.fromEntries(new URLSearchParams(renewals[0].body))).toEqual({
			grant_type: 'refresh_token',
			refresh_token: 'refresh-1',
		});
		const stored = store.read(credential.id);
		expect(stored).toMatchObject({
			accessToken: 'access-2',
			refreshToken: 'refresh-2',
			clientSecret: 'secret',
		});
		const { expiresAt = 0 } = readTokenTimes(stored.validUntil, 'access-2');
		expect(Math.round((expiresAt - Date.now()) / HOUR)).toBe(30 * 24);
	});

	it('keeps on renewing with each refresh token that it was given', async () => {
		const { credential, functions } = pasted({ accessToken: 'expired' });
		const http = await createN8nHttp(functions, 'pinterestAdsApi');
		await http.send(LIST);
		api.accessToken = 'revoked-meanwhile';
		expect((await http.send(LIST)).status).toBe(200);
		expect(store.read(credential.id)).toMatchObject({ refreshToken: 'refresh-3' });
	});

	it('says "reconnect" when Pinterest refuses the refresh token', async () => {
		const { functions } = pasted({ accessToken: 'expired', refreshToken: 'spent' });
		const record = await checkConnection(await createContext(functions));
		expect(record).toMatchObject({ status: 'unauthorized', is_token_valid: false });
		expect(record.hint).toMatch(/^Reconnect/);
		expect(JSON.stringify(record)).not.toMatch(/spent|Bad request/);
	});

	it('uses what another process has stored when the refresh token is spent', async () => {
		const { credential, functions } = pasted({ accessToken: 'expired' });
		const http = await createN8nHttp(functions, 'pinterestAdsApi');
		api.onToken = (response) => {
			store.write(credential.id, { accessToken: api.accessToken, refreshToken: 'refresh-9' });
			send(response, 400, { code: 283, message: 'Your refresh token is invalid.' });
		};
		expect((await http.send(LIST)).status).toBe(200);
		expect(store.read(credential.id)).toMatchObject({ refreshToken: 'refresh-9' });
	});

	it.each([301, 302, 303, 307, 308])(
		'sends refresh token and app secret nowhere else, though a %i asks for it',
		async (status) => {
			const elsewhere = new FakeApi();
			await elsewhere.listen();
			elsewhere.onToken = (response) =>
				send(response, 200, { access_token: 'stolen', refresh_token: 'stolen-too' });
			api.onToken = (response) => {
				response.writeHead(status, { location: `${elsewhere.baseUrl}/oauth/token` });
				response.end();
			};
			const { credential, functions } = pasted({ accessToken: 'expired' });
			const http = await createN8nHttp(functions, 'pinterestAdsApi');
			await expect(http.send(LIST)).rejects.toMatchObject({
				...{ name: 'TransportFault', fault: 'not-sent' },
				message: expect.stringContaining(`HTTP ${status}, a redirect to another address`),
			});
			expect(elsewhere.seen).toEqual([]);
			expect(store.read(credential.id)).toMatchObject({ refreshToken: 'refresh-1' });
			await elsewhere.close();
		},
	);

	it('takes a token endpoint that is down for a passing trouble', async () => {
		const { credential, functions } = pasted({ accessToken: 'expired' });
		api.onToken = (response) => send(response, 503, {});
		const http = await createN8nHttp(functions, 'pinterestAdsApi');
		await expect(http.send(LIST)).rejects.toMatchObject({ fault: 'not-sent' });
		api.onToken = undefined;
		expect((await http.send(LIST)).status).toBe(200);
		expect(store.read(credential.id)).toMatchObject({ accessToken: 'access-2' });
	});

	it.each(['refreshToken', 'clientId', 'clientSecret'])(
		'hands out the 401 where there is no %s',
		async (field) => {
			const { functions } = pasted({ accessToken: 'expired', [field]: '' });
			const http = await createN8nHttp(functions, 'pinterestAdsApi');
			expect(await http.send(LIST)).toMatchObject({ status: 401, body: { code: 2 } });
			expect(api.seen).toHaveLength(1);
		},
	);

	it('does not renew for a missing scope', async () => {
		const { functions } = pasted();
		api.onCall = (response) => send(response, 401, { code: 3, message: 'No scope.' });
		const http = await createN8nHttp(functions, 'pinterestAdsApi');
		expect(await http.send(LIST)).toMatchObject({ status: 401, body: { code: 3 } });
		expect(api.calls('/oauth/token')).toHaveLength(0);
	});

	describe('before the end of a token', () => {
		const endsIn = (ms: number, token = 'access-1') =>
			writeTokenTimes(token, { expiresAt: Date.now() + ms });

		it('renews within a day of it, without sending the old token once more', async () => {
			const { credential, functions } = pasted({ validUntil: endsIn(23 * HOUR) });
			const http = await createN8nHttp(functions, 'pinterestAdsApi');
			expect((await http.send(LIST)).status).toBe(200);
			expect(api.seen.map(({ path }) => path)).toEqual(['/oauth/token', '/ad_accounts']);
			expect(store.read(credential.id)).toMatchObject({ accessToken: 'access-2' });
		});

		it('leaves it alone for more than a day', async () => {
			const { functions } = pasted({ validUntil: endsIn(25 * HOUR) });
			const http = await createN8nHttp(functions, 'pinterestAdsApi');
			await http.send(LIST);
			expect(api.seen.map(({ path }) => path)).toEqual(['/ad_accounts']);
		});

		it('ignores an end that belongs to the token before, once a new one is pasted', async () => {
			const { functions } = pasted({ validUntil: endsIn(HOUR, 'the one before') });
			const http = await createN8nHttp(functions, 'pinterestAdsApi');
			await http.send(LIST);
			expect(api.seen.map(({ path }) => path)).toEqual(['/ad_accounts']);
		});

		it('goes on with the present token where the renewal is refused', async () => {
			const { functions } = pasted({ validUntil: endsIn(HOUR), refreshToken: 'spent' });
			const http = await createN8nHttp(functions, 'pinterestAdsApi');
			expect((await http.send(LIST)).status).toBe(200);
			await http.send(LIST);
			// A refusal stands: it is not asked for again with every request.
			expect(api.calls('/oauth/token')).toHaveLength(1);
		});
	});

	describe('on demand', () => {
		it('renews, and its mark on the request never leaves n8n', async () => {
			const { credential, functions } = pasted();
			const { expiresAt = 0 } = await renewToken(functions);
			expect(Math.round((expiresAt - Date.now()) / HOUR)).toBe(30 * 24);
			expect(store.read(credential.id)).toMatchObject({ accessToken: 'access-2' });
			expect(api.seen.map(({ path }) => path.split('?')[0])).toEqual([
				'/oauth/token',
				'/ad_accounts',
			]);
			expect(api.seen[1].headers.authorization).toBe('Bearer access-2');
			expect(JSON.stringify(api.seen)).not.toMatch(/x-illixis/i);
		});

		it('says what to fill in where it cannot', async () => {
			const { functions } = pasted({ refreshToken: '' });
			await expect(renewToken(functions)).rejects.toMatchObject({
				kind: 'invalid',
				hint: expect.stringContaining('Refresh Token, Client ID (the app ID) and Client Secret'),
			});
			expect(api.seen).toEqual([]);
		});

		it('says to reconnect where Pinterest refuses', async () => {
			const { functions } = pasted({ refreshToken: 'spent' });
			await expect(renewToken(functions)).rejects.toMatchObject({
				kind: 'token-expired',
				hint: expect.stringMatching(/^Reconnect/),
			});
		});

		it('says so where n8n cannot store the tokens, because they are expressions', async () => {
			const { functions } = pasted({
				accessToken: '={{ "access-1" }}',
				refreshToken: '={{ "refresh-1" }}',
			});
			await expect(renewToken(functions)).rejects.toMatchObject({
				kind: 'invalid',
				hint: expect.stringContaining('expressions'),
			});
		});
	});

	describe('while n8n tests the credential', () => {
		const test = async (data: Record<string, unknown>) => {
			const { credential } = pasted(data);
			const functions = executeFunctions({ store, credential });
			const { headers } = new PinterestAdsApi().test.request;
			const tested = functions.helpers.httpRequestWithAuthentication.call(
				functions,
				credential.type,
				{ url: `${api.baseUrl}/ad_accounts`, headers: headers as Record<string, string> },
			);
			return await tested.then(
				(answer: unknown) => ({ answer }),
				(error: Error) => ({ error }),
			);
		};

		it('renews and stores nothing for a good token', async () => {
			const outcome = await test({ validUntil: writeTokenTimes('access-1', { expiresAt: 1 }) });
			expect(outcome).toMatchObject({ answer: { items: [{ name: 'Garden Shop' }] } });
			expect(api.calls('/oauth/token')).toEqual([]);
			expect(store.writes).toBe(0);
			expect(JSON.stringify(api.seen)).not.toMatch(/x-illixis/i);
		});

		it('renews and stores nothing for an expired token, and says how it will be', async () => {
			const outcome = await test({ accessToken: 'expired' });
			expect(outcome).toMatchObject({
				error: { message: expect.stringMatching(/^Invalid access token.*renews it/) },
			});
			expect(api.calls('/oauth/token')).toEqual([]);
			expect(store.writes).toBe(0);
		});
	});

	it('reports a credential without a token by its field', async () => {
		const { functions } = pasted({ accessToken: ' ' });
		const record = await checkConnection(await createContext(functions));
		expect(record.status).toBe('unauthorized');
		expect(record.message).toMatch(/^Access Token:/);
	});

	it('names the field of an address that is none', async () => {
		const { functions } = pasted({ apiBaseUrl: 'api.pinterest.com' });
		await expect(createContext(functions)).rejects.toMatchObject({
			kind: 'invalid',
			field: 'API Base URL',
		});
	});
});
