import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import type { CredentialRef } from '../../../scripts/n8n/workflow.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { TriggerWorkflow } from '../workflows/triggerWorkflow.mts';
import { until } from '../../../scripts/until.mts';

const { tokens, clientId, clientSecret } = SEED;

describe('credentials on a real n8n', () => {
	let simulator: Simulator;
	let n8n: N8nServer;

	beforeAll(async () => {
		simulator = await startSimulator();
		n8n = await N8nServer.start('credentials');
	}, 15 * MINUTES);
	afterAll(async () => {
		await n8n.stop();
		await simulator.close();
	});
	beforeEach(() => simulator.clearLedger());
	afterEach(() => expect(simulator.violations()).toEqual([]));

	const address = () => ({ environment: 'custom', apiBaseUrl: simulator.url });
	const app = { clientId, clientSecret };
	const pasted = async (name: string, data: object) =>
		await n8n.addCredential('pinterestAdsApi', name, { ...address(), ...data });

	/** Since the last look: how often tokens were asked for, and with what result. */
	const renewals = () =>
		simulator
			.ledger()
			.filter(({ path }) => path.endsWith('/oauth/token'))
			.map(({ status }) => status);

	const run = async (credential: CredentialRef, operation: string) =>
		await n8n.runNode(credential, 'connection', operation);

	describe('Access token', () => {
		it(
			'is tested by fetching the ad accounts',
			async () => {
				const good = await pasted('good', { accessToken: tokens.access });
				expect(await n8n.test(good)).toEqual({ status: 'OK', message: 'Connection successful!' });
			},
			MINUTES,
		);

		it.each([
			['Invalid access token', 'pina_wrong', 'ads:read and ads:write'],
			['No ad accounts found', tokens.noAdAccounts, 'ads.pinterest.com'],
		])(
			'says "%s", and what to do',
			async (problem, accessToken, fix) => {
				const { status, message } = await n8n.test(await pasted(problem, { accessToken }));
				expect(status).toBe('Error');
				expect(message).toMatch(new RegExp(`^${problem}`));
				expect(message).toContain(fix);
			},
			MINUTES,
		);

		it(
			'renews nothing while it is tested',
			async () => {
				const expired = await pasted('expired', {
					...app,
					accessToken: tokens.expired,
					refreshToken: tokens.refresh,
				});
				expect((await n8n.test(expired)).message).toMatch(/^Invalid access token.*renews it/);
				expect(renewals()).toEqual([]);
			},
			MINUTES,
		);

		it(
			'renews once for executions that meet the 401 together, and keeps every new pair',
			async () => {
				const refreshToken = simulator.mintToken({ kind: 'refresh' }).token;
				const credential = await pasted('renews', {
					...app,
					accessToken: tokens.expired,
					refreshToken,
				});
				const runs = await Promise.all([1, 2, 3].map(() => run(credential, 'check')));
				expect(runs.map(({ output }) => output[0]?.status)).toEqual(['active', 'active', 'active']);
				expect(renewals()).toEqual([200]);

				// The refresh token above is spent: this one works only with what n8n has stored since.
				const [record] = (await run(credential, 'refresh')).output;
				expect(record).toMatchObject({ status: 'active', is_token_valid: true });
				expect(Date.parse(String(record.token_expires_at))).toBeGreaterThan(Date.now());
				expect(renewals()).toEqual([200, 200]);
				expect(await n8n.test(credential)).toMatchObject({ status: 'OK' });
			},
			MINUTES,
		);

		it(
			'says "reconnect" where the refresh token is refused',
			async () => {
				const refused = await pasted('refused', {
					...app,
					accessToken: tokens.expired,
					refreshToken: 'pinr_wrong',
				});
				const { status, error } = await run(refused, 'refresh');
				expect(status).toBe('error');
				expect(error?.message).toMatch(/could not be renewed/);
				expect(error?.description).toMatch(/^Reconnect/);
			},
			MINUTES,
		);
	});

	describe('Conversion token', () => {
		const { adAccountId, foreignAdAccountId } = SEED;
		const good = { tokenKind: 'conversion', conversionToken: tokens.conversion, adAccountId };
		const asked = () => simulator.ledger().map(({ operationId }) => operationId);

		it(
			'is tested by one event that is not recorded',
			async () => {
				const credential = await pasted('conversions', good);
				expect(await n8n.test(credential)).toEqual({
					status: 'OK',
					message: 'Connection successful!',
				});
				expect(asked()).toEqual(['events/create']);
				expect(simulator.state().events.map(({ test }) => test)).toEqual([true]);
			},
			MINUTES,
		);

		it.each([
			[
				'is refused',
				{ conversionToken: 'pina_wrong' },
				/^Invalid conversion token.*Ads Manager/,
				1,
			],
			['is not for the ad account', { adAccountId: foreignAdAccountId }, /Ad Account ID/, 1],
			['has an unknown ad account', { adAccountId: '549755000000' }, /Ad Account ID/, 1],
			['has no ad account', { adAccountId: '' }, /^Ad Account ID: is empty/, 0],
			['has no ID for one', { adAccountId: 'my shop' }, /^Ad Account: must be an ID/, 0],
		])(
			'says what to do where it %s',
			async (name, data, said, requests) => {
				const { status, message } = await n8n.test(await pasted(name, { ...good, ...data }));
				expect(status).toBe('Error');
				expect(message).toMatch(said);
				expect(message).not.toMatch(/refresh|reconnect/i);
				expect(asked()).toEqual(Array(requests).fill('events/create'));
			},
			MINUTES,
		);

		it(
			'tells a test event that is not processed from a bad token',
			async () => {
				const credential = await pasted('unprocessed', good);
				const match = { operationId: 'events/create' };
				simulator.addFault({ match, fault: 'partial-200', items: [0], count: 1 });
				const { status, message } = await n8n.test(credential);
				expect(status).toBe('Error');
				expect(message).toMatch(/accepts the conversion token.*has not processed the test event/);
			},
			MINUTES,
		);

		it(
			'sends conversions, and fails for all else before anything is sent',
			async () => {
				const credential = await pasted('sends', good);
				const { output } = await n8n.runNode(credential, 'conversion', 'send', {
					eventName: 'lead',
					email: 'jane@example.com',
				});
				expect(output).toMatchObject([{ status: 'processed', ad_account_id: adAccountId }]);
				const { error } = await run(credential, 'check');
				expect(error?.message).toContain('a conversion token can only send conversions');
				expect(asked()).toEqual(['events/create']);
			},
			MINUTES,
		);
	});

	describe('OAuth2', () => {
		let credential: CredentialRef;

		it(
			'sends the user to the consent page with comma scopes',
			async () => {
				credential = await n8n.addCredential('pinterestAdsOAuth2Api', 'connected', {
					...address(),
					...app,
				});
				const page = new URL(await n8n.consentPage(credential));
				expect(page.origin + page.pathname).toBe(`${simulator.origin}/oauth/`);
				expect(page.searchParams.get('scope')).toBe(
					'ads:read,ads:write,boards:read,pins:read,user_accounts:read',
				);
				expect(page.searchParams.get('redirect_uri')).toBe(n8n.callbackUrl);
			},
			MINUTES,
		);

		it(
			'exchanges the code with Basic authentication and asks for continuous refresh',
			async () => {
				const page = await n8n.consentPage(credential);
				const consent = await fetch(`${page}&auto=1`, { redirect: 'manual' });
				await n8n.followCallback(consent.headers.get('location') ?? '');
				const [exchange] = simulator.ledger().filter(({ path }) => path.endsWith('/oauth/token'));
				expect(exchange).toMatchObject({
					status: 200,
					body: { grant_type: 'authorization_code', continuous_refresh: 'true' },
				});
				expect(String(exchange.headers.authorization)).toMatch(/^Basic /);
				expect(await n8n.test(credential)).toMatchObject({ status: 'OK' });
			},
			MINUTES,
		);

		it(
			'knows when its tokens end',
			async () => {
				const [record] = (await run(credential, 'check')).output;
				const days = (time: unknown) => Math.round((Date.parse(String(time)) - Date.now()) / 864e5);
				expect(record).toMatchObject({ status: 'active', ad_account_id: SEED.adAccountId });
				expect(days(record.token_expires_at)).toBe(30);
				expect(days(record.refresh_token_expires_at)).toBe(60);
			},
			MINUTES,
		);

		it(
			'renews on demand, and keeps the new pair',
			async () => {
				for (let time = 0; time < 2; time++) {
					expect((await run(credential, 'refresh')).output[0]).toMatchObject({ status: 'active' });
				}
				expect(renewals()).toEqual([200, 200]);
			},
			MINUTES,
		);

		it(
			'renews once for executions that meet the 401 together',
			async () => {
				simulator.advance(31 * 864e5);
				const runs = await Promise.all([1, 2, 3].map(() => run(credential, 'check')));
				expect(runs.map(({ output }) => output[0]?.status)).toEqual(['active', 'active', 'active']);
				expect(renewals()).toEqual([200]);
			},
			MINUTES,
		);

		it(
			'lets the trigger look with it, and renew it',
			async () => {
				simulator.advance(31 * 864e5);
				const changes = ['ad_rejected', 'token_expiring'];
				const watched = new TriggerWorkflow(
					n8n,
					'watched',
					{ triggerOn: 'changes', changes, checkEvery: 1440 },
					{ credential },
				);
				await watched.publish();
				await until(() => watched.remembered()?.seen);
				expect(renewals()).toEqual([200]);
				expect(await watched.items()).toEqual([]);
				expect(watched.executions(`status = 'error'`)).toEqual([]);
			},
			MINUTES * 3,
		);

		it(
			'says "reconnect" where the refresh token has ended',
			async () => {
				simulator.advance(61 * 864e5);
				const [record] = (await run(credential, 'check')).output;
				expect(record).toMatchObject({ status: 'unauthorized', is_token_valid: false });
				expect(String(record.hint)).toMatch(/^Reconnect/);
				expect(renewals()).toEqual([401]);
			},
			MINUTES,
		);
	});
});
