import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { ask, type Json } from './simulatorClient.mts';

let sim: Simulator;
beforeAll(async () => {
	sim = await startSimulator();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

const redirect_uri = 'http://localhost:5678/rest/oauth2-credential/callback';
const BASIC = Buffer.from(`${SEED.clientId}:${SEED.clientSecret}`).toString('base64');
const DAY = 86_400_000;

async function exchange(fields: Record<string, string>, basic = BASIC) {
	const response = await fetch(`${sim.url}/oauth/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}` },
		body: new URLSearchParams(fields),
	});
	return { status: response.status, body: (await response.json()) as Json };
}

const authorizeUrl = (more: Record<string, string> = {}) =>
	`${sim.origin}/oauth/?${new URLSearchParams({
		client_id: SEED.clientId,
		redirect_uri,
		response_type: 'code',
		scope: 'ads:read,ads:write',
		state: 'x&y',
		...more,
	})}`;

async function newCode(): Promise<string> {
	const response = await fetch(authorizeUrl({ auto: '1' }), { redirect: 'manual' });
	return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

const connect = async () =>
	await exchange({
		grant_type: 'authorization_code',
		code: await newCode(),
		redirect_uri,
		continuous_refresh: 'true',
	});

describe('the consent page', () => {
	it('asks the user for the scopes', async () => {
		const response = await fetch(authorizeUrl());
		const html = await response.text();
		expect(response.headers.get('content-type')).toMatch(/^text\/html/);
		expect(html).toMatch(/Give access/);
		expect(html).toMatch(/Cancel/);
		expect(html).toMatch(/<li>ads:write<\/li>/);
	});

	it.each([
		['give', /^[0-9a-f]{40}$/, null],
		['cancel', /^$/, 'access_denied'],
	])('answers the app: %s', async (decision, code, error) => {
		const html = await (await fetch(authorizeUrl())).text();
		const fields = [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
			([, name, value]): [string, string] => [
				name,
				value.replace(/&#(\d+);/g, (_all, number) => String.fromCharCode(Number(number))),
			],
		);
		const response = await fetch(`${sim.origin}/oauth/decision`, {
			method: 'POST',
			body: new URLSearchParams([...fields, ['decision', decision]]),
			redirect: 'manual',
		});
		const to = new URL(response.headers.get('location') ?? '');
		expect(to.origin + to.pathname).toBe(redirect_uri);
		expect(to.searchParams.get('code') ?? '').toMatch(code);
		expect(to.searchParams.get('error')).toBe(error);
		expect(to.searchParams.get('state')).toBe('x&y');
	});

	it.each([
		['another app', { client_id: '1' }],
		['scopes with spaces', { scope: 'ads:read ads:write' }],
		['no address', { redirect_uri: '' }],
		['another response type', { response_type: 'token' }],
	])('refuses %s', async (_what, more) => {
		const response = await fetch(authorizeUrl({ auto: '1', ...more }), { redirect: 'manual' });
		expect(response.status).toBe(400);
	});
});

describe('the token endpoint', () => {
	it('exchanges a code once, for what was asked', async () => {
		const code = await newCode();
		const fields = { grant_type: 'authorization_code', code, redirect_uri };
		const { status, body } = await exchange(fields);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			token_type: 'bearer',
			expires_in: 30 * 86_400,
			refresh_token_expires_in: 60 * 86_400,
			scope: 'ads:read,ads:write',
			response_type: 'authorization_code',
		});
		expect((await exchange(fields)).status).toBe(400);
		const token = body.access_token;
		expect((await ask(sim, 'GET', '/ad_accounts', { token })).status).toBe(200);
		expect((await ask(sim, 'GET', '/user_account', { token })).body.code).toBe(3);
		expect(sim.violations()).toEqual([]);
	});

	it('refuses a code with another address, or one that is too old', async () => {
		const grant_type = 'authorization_code';
		const other = { grant_type, code: await newCode(), redirect_uri: `${redirect_uri}/x` };
		expect((await exchange(other)).status).toBe(400);
		const code = await newCode();
		sim.advance(11 * 60_000);
		expect((await exchange({ grant_type, code, redirect_uri })).status).toBe(400);
	});

	it('writes down that continuous_refresh was sent', async () => {
		await connect();
		const entry = sim.ledger().find(({ operationId }) => operationId === 'oauth/token');
		expect(entry?.body).toMatchObject({ continuous_refresh: 'true', code: '(code)' });
		expect(entry?.headers.authorization).toBe('Basic app');
	});

	it('rotates refresh tokens: the old one dies at once, the old access token does not', async () => {
		const first = (await connect()).body;
		const refresh = (refresh_token: string) =>
			exchange({ grant_type: 'refresh_token', refresh_token });
		const second = await refresh(first.refresh_token);
		expect(second.status).toBe(200);
		expect(second.body.refresh_token).not.toBe(first.refresh_token);
		expect(second.body.response_type).toBe('refresh_token');
		expect(await refresh(first.refresh_token)).toEqual({
			status: 401,
			body: { code: 2, message: 'Authentication failed.' },
		});
		expect((await refresh(second.body.refresh_token)).status).toBe(200);
		const token = first.access_token;
		expect((await ask(sim, 'GET', '/ad_accounts', { token })).status).toBe(200);
	});

	it('lets access tokens live 30 days and refresh tokens 60', async () => {
		const { access_token, refresh_token } = (await connect()).body;
		const works = async () =>
			(await ask(sim, 'GET', '/ad_accounts', { token: access_token })).status === 200;
		sim.advance(30 * DAY - 60_000);
		expect(await works()).toBe(true);
		sim.advance(120_000);
		expect(await works()).toBe(false);
		sim.advance(30 * DAY);
		expect((await exchange({ grant_type: 'refresh_token', refresh_token })).status).toBe(401);
		expect(sim.violations()).toEqual([]);
	});

	it('gives an app a token of its own, for reading', async () => {
		const scope = 'ads:read';
		const { body } = await exchange({ grant_type: 'client_credentials', scope });
		expect(body.access_token).toMatch(/^pinc_/);
		expect(body.refresh_token).toBeUndefined();
		const token = body.access_token;
		expect((await ask(sim, 'GET', '/ad_accounts', { token })).status).toBe(200);
		const lists = `/ad_accounts/${SEED.adAccountId}/customer_lists`;
		expect((await ask(sim, 'GET', lists, { token })).status).toBe(401);
	});

	it('refuses an unknown app, in Pinterest’s envelope', async () => {
		const wrong = Buffer.from(`${SEED.clientId}:wrong`).toString('base64');
		const scope = 'ads:read';
		const reply = await exchange({ grant_type: 'client_credentials', scope }, wrong);
		expect(reply).toEqual({ status: 401, body: { code: 2, message: 'Authentication failed.' } });
		expect(sim.violations()).toEqual([]);
	});

	it.each([
		['an unknown grant', { grant_type: 'password' }],
		['a grant without its field', { grant_type: 'refresh_token' }],
		[
			'credentials in the form',
			{ grant_type: 'refresh_token', refresh_token: 'x', client_id: '1' },
		],
	])('takes %s as a violation', async (_what, fields) => {
		expect((await exchange(fields as Record<string, string>)).status).toBe(400);
		expect(sim.violations().length).toBeGreaterThan(0);
	});

	it('takes JSON as a violation', async () => {
		const body = { grant_type: 'client_credentials', scope: 'ads:read' };
		expect((await ask(sim, 'POST', '/oauth/token', { body })).status).toBe(400);
		expect(sim.violations().length).toBeGreaterThan(0);
	});
});

it('tokens can be made, expired and revoked by a test', async () => {
	const { token, label } = sim.mintToken({ scopes: ['ads:read'], label: 'mine' });
	const status = async () => (await ask(sim, 'GET', '/ad_accounts', { token })).status;
	expect(await status()).toBe(200);
	expect(sim.expireToken(label)).toBe(1);
	expect(await status()).toBe(401);
	expect(sim.revokeToken(SEED.tokens.access)).toBe(1);
	expect((await ask(sim, 'GET', '/ad_accounts')).status).toBe(401);
});
