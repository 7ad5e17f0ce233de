import { submitLaunch } from '../../../scripts/n8n/calls/launch-form.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { writeTokenTimes } from '../../../worker/src/port/index.ts';
import { ConnectionTemplates } from './connectionTemplates.mts';
import type { CredentialRef } from '../../../scripts/n8n/workflow.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { storedCredential } from '../../../scripts/n8n/stored-credential.mts';

const CHECK = 'pinAdsTokenCheck';
const CONNECT = 'pinAdsConnect';
const HOUR_MS = 3_600_000;
const { tokens, adAccountId, euroAdAccountId } = SEED;

let templates: ConnectionTemplates;

beforeAll(async () => {
	templates = await ConnectionTemplates.start('connection');
}, 15 * MINUTES);
afterAll(async () => await templates.shipped.stop());
beforeEach(() => templates.shipped.simulator.clearLedger());
afterEach(() => {
	templates.shipped.simulator.clearFaults();
	expect(templates.shipped.simulator.violations()).toEqual([]);
});

const connect = async () => await templates.byHand(CONNECT, 'Connect');
const disconnect = async () => await templates.byHand('pinAdsDisconnect', 'Disconnect');
const revoked = () => {
	const { simulator } = templates.shipped;
	const { token, label } = simulator.mintToken({ userId: SEED.userId });
	simulator.revokeToken(label);
	return { accessToken: token };
};

describe('connect', () => {
	it('has taken the first ad account, with its name and currency', () => {
		expect(templates.row()).toMatchObject({
			connection_key: 'main',
			status: 'active',
			ad_account_id: adAccountId,
			currency: 'USD',
			ad_accounts_count: 2,
			is_token_valid: 1,
			needs_refresh: 0,
			hint: '',
		});
		expect(String(templates.row().message)).toContain(String(templates.row().ad_account_name));
		expect(templates.row().connected_at).not.toBeNull();
	});

	it(
		'says "Invalid access token" and what to do, and the connection is unauthorized',
		async () => {
			await templates.enter({ accessToken: 'pina_wrong' });
			const { status, message, description } = await connect();
			expect(status).toBe('error');
			expect(`${message} ${description}`).toMatch(/Invalid access token.*developer portal/);
			expect(templates.row()).toMatchObject({ status: 'unauthorized', is_token_valid: 0, message });
			expect(templates.row().hint).toBe(description);
		},
		2 * MINUTES,
	);

	it(
		'says "No ad accounts found" and what to do',
		async () => {
			await templates.enter({ accessToken: tokens.noAdAccounts });
			const { status, message, description } = await connect();
			expect([status, message]).toEqual(['error', 'No ad accounts found']);
			expect(description).toContain('ads.pinterest.com');
			expect(templates.row()).toMatchObject({ status: 'unauthorized', message, ad_account_id: '' });
		},
		2 * MINUTES,
	);

	it(
		'changes nothing where Pinterest does not answer, and says that it may be tried again',
		async () => {
			await templates.reconnect();
			const before = templates.row();
			templates.shipped.simulator.addFault({
				match: { operationId: 'ad_accounts/list' },
				fault: '429',
				resetSeconds: 7_200,
			});
			const { status, facts } = await connect();
			expect(status).toBe('error');
			expect(facts).toMatchObject({ kind: 'rate-limited', retryable: true });
			expect(templates.row()).toEqual(before);
		},
		2 * MINUTES,
	);

	it(
		'takes a conversion token, which can fetch no ad accounts',
		async () => {
			await templates.enter({
				tokenKind: 'conversion',
				conversionToken: tokens.conversion,
				adAccountId,
			});
			expect(await connect()).toMatchObject({ status: 'success' });
			expect(templates.row()).toMatchObject({ status: 'active', ad_account_id: '' });
			expect(templates.row().message).toMatch(/conversion token/);
			expect(templates.asked()).toEqual([]);
			const event = templates.shipped.checkout();
			await templates.shipped.send(event);
			expect(await templates.shipped.table.settled(event.event_id)).toMatchObject({
				status: 'sent',
			});
			expect(await templates.run(CHECK)).toMatchObject({ status: 'success' });
			expect(templates.row()).toMatchObject({ status: 'active' });
		},
		2 * MINUTES,
	);

	it(
		'takes the ad account that is chosen, and the other workflows work with it',
		async () => {
			const chosen = (value: string) => ({
				assignments: { assignments: [{ id: 'a', name: 'ad_account_id', type: 'string', value }] },
			});
			await templates.change(CONNECT, 'Ad account', chosen(euroAdAccountId));
			expect(await connect()).toMatchObject({ status: 'success' });
			expect(templates.row()).toMatchObject({
				status: 'active',
				ad_account_id: euroAdAccountId,
				currency: 'EUR',
			});
			const event = templates.shipped.checkout();
			await templates.shipped.send(event);
			await templates.shipped.table.settled(event.event_id);
			expect(templates.shipped.arrived(event.event_id)).toMatchObject([
				{ ad_account_id: euroAdAccountId },
			]);
			templates.shipped.simulator.clearLedger();
			await templates.run('pinAdsMetrics');
			const asked = templates.asked();
			expect(asked.length).toBeGreaterThan(0);
			expect(asked.filter((one) => !one.includes(euroAdAccountId))).toEqual([]);
			await templates.change(CONNECT, 'Ad account', chosen(''));
			await templates.reconnect();
			expect(templates.row()).toMatchObject({ ad_account_id: adAccountId });
		},
		3 * MINUTES,
	);
});

describe('the daily check', () => {
	const endsIn = (accessToken: string, hours: number) => ({
		validUntil: writeTokenTimes(accessToken, { expiresAt: Date.now() + hours * HOUR_MS }),
	});
	const renewals = () => templates.asked().filter((one) => one === 'POST /oauth/token').length;

	it(
		'renews a token that ends within a day, and leaves one alone that does not',
		async () => {
			const fresh = templates.freshTokens();
			await templates.enter({ ...fresh, ...endsIn(fresh.accessToken, 25) });
			expect(await templates.run(CHECK)).toMatchObject({ status: 'success' });
			expect(renewals()).toBe(0);
			expect(templates.row()).toMatchObject({ is_token_valid: 1, needs_refresh: 0 });

			await templates.enter({ ...fresh, ...endsIn(fresh.accessToken, 23) });
			expect(await templates.run(CHECK)).toMatchObject({ status: 'success' });
			expect(renewals()).toBe(1);
			const { status, is_token_valid, needs_refresh, token_expires_at } = templates.row();
			expect([status, is_token_valid, needs_refresh]).toEqual(['active', 1, 0]);
			const days = (Date.parse(`${String(token_expires_at)}Z`) - Date.now()) / (24 * HOUR_MS);
			expect(Math.round(days)).toBe(30);
		},
		2 * MINUTES,
	);

	it(
		'says beforehand that a token cannot be renewed, and the connection stays active',
		async () => {
			const told = templates.told(CHECK);
			const { accessToken } = templates.freshTokens();
			await templates.enter({ accessToken, ...endsIn(accessToken, 23) });
			const ended = await templates.run(CHECK);
			expect(await templates.shipped.told(CHECK, told)).toMatchObject([{ message: ended.message }]);
			expect(ended.message).toMatch(/^The access token expires on 20.* and cannot be renewed/);
			expect(ended.description).toMatch(/fill in Refresh Token/);
			expect(ended.facts).toMatchObject({ kind: 'token-expiring', retryable: false });
			expect(templates.row()).toMatchObject({
				status: 'active',
				is_token_valid: 0,
				needs_refresh: 1,
				message: ended.message,
			});
		},
		2 * MINUTES,
	);

	it(
		'tells the error handler once that Pinterest refuses the tokens, then is quiet, and recovers by itself',
		async () => {
			const told = templates.told(CHECK);
			await templates.enter({ ...templates.freshTokens(), ...revoked(), refreshToken: 'pinr_no' });
			const ended = await templates.run(CHECK);
			expect(ended).toMatchObject({ status: 'error', facts: { retryable: false } });
			expect(ended.message).toMatch(/^The connection with Pinterest is unauthorized/);
			expect(ended.description).toMatch(/Reconnect/i);
			const [{ message }, ...others] = await templates.shipped.told(CHECK, told);
			expect([message, others]).toEqual([ended.message, []]);
			expect(templates.row()).toMatchObject({
				status: 'unauthorized',
				ad_account_id: adAccountId,
				hint: ended.description,
			});

			expect(await templates.run(CHECK)).toMatchObject({ status: 'success' });
			expect(templates.row()).toMatchObject({ status: 'unauthorized' });
			expect(templates.told(CHECK)).toBe(told + 1);
			// A person who looks at it gets the reason again.
			expect(await templates.byHand(CHECK, 'Run now')).toMatchObject({
				status: 'error',
				message: ended.message,
			});

			await templates.enter(templates.freshTokens());
			expect(await templates.run(CHECK)).toMatchObject({ status: 'success' });
			expect(templates.row()).toMatchObject({ status: 'active', is_token_valid: 1, hint: '' });
			expect(templates.told(CHECK)).toBe(told + 1);
		},
		3 * MINUTES,
	);

	it(
		'takes a Pinterest that does not answer for a passing trouble',
		async () => {
			const before = templates.row();
			templates.shipped.simulator.addFault({
				match: { operationId: 'ad_accounts/list' },
				fault: '429',
				resetSeconds: 7_200,
			});
			const { status, facts } = await templates.run(CHECK);
			expect(status).toBe('error');
			expect(facts).toMatchObject({
				kind: 'rate-limited',
				retryable: true,
				retry_after_ms: expect.any(Number),
			});
			expect(templates.row()).toEqual(before);
		},
		2 * MINUTES,
	);
});

describe('a 401', () => {
	const reset = async () => {
		await templates.reconnect();
		await templates.enter(revoked());
	};

	it(
		'marks the connection when the webhook meets it; the conversion is kept, and sent after the next connect',
		async () => {
			await reset();
			const told = templates.told('pinAdsConversions');
			const met = templates.shipped.checkout();
			await templates.shipped.send(met);
			expect(await templates.shipped.table.settled(met.event_id)).toMatchObject({
				status: 'failed',
				attempts: 0,
			});
			const [{ message }] = await templates.shipped.told('pinAdsConversions', told);
			expect(message).toMatch(/^The connection with Pinterest is unauthorized/);
			expect(templates.row()).toMatchObject({ status: 'unauthorized', is_token_valid: 0 });
			expect(templates.row().hint).toMatch(/access token/);

			templates.shipped.simulator.clearLedger();
			const [after, offline] = [
				templates.shipped.checkout(),
				templates.shipped.checkout({ action_source: 'offline' }),
			];
			for (const event of [after, offline]) {
				expect(await templates.shipped.send(event)).toMatchObject({ status: 202 });
				const row = await templates.shipped.table.settled(event.event_id);
				expect(row).toMatchObject({ status: 'failed', attempts: 0 });
				expect(row.error_message).toMatch(/^Not sent yet: Pinterest is not connected/);
			}
			await templates.shipped.table.makeDue();
			await templates.shipped.replay();
			expect(templates.asked()).toEqual([]);
			for (const { event_id: id } of [met, after, offline]) {
				expect(await templates.shipped.table.until(id, () => true)).toMatchObject({
					status: 'failed',
					attempts: 0,
				});
			}

			expect(templates.told('pinAdsConversions')).toBe(told + 1);

			await templates.reconnect();
			await templates.shipped.replay();
			for (const { event_id: id } of [met, after, offline]) {
				expect(await templates.shipped.table.settled(id)).toMatchObject({ status: 'sent' });
				expect(templates.shipped.arrived(id)).toHaveLength(1);
			}
		},
		3 * MINUTES,
	);

	it(
		'marks the connection when the replay meets it, tells the error handler once, and counts no attempt',
		async () => {
			await reset();
			const told = templates.told('pinAdsReplay');
			const row = { event_name: 'checkout', action_source: 'web', status: 'failed' };
			const event_time = Math.floor(templates.shipped.simulator.now() / 1000) - 60;
			const em = ['8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d'];
			const rows = [0, 2].map((attempts) => {
				const { event_id } = templates.shipped.checkout();
				const event = {
					...{ event_name: 'checkout', action_source: 'web', event_time, event_id },
					user_data: { em },
				};
				return { ...row, event_id, attempts, event: JSON.stringify(event) };
			});
			await templates.shipped.table.insert(rows);
			await templates.shipped.table.makeDue();
			await templates.shipped.replay();
			const [first, last] = await Promise.all(
				rows.map(({ event_id: id }) => templates.shipped.table.settled(id)),
			);
			expect(first).toMatchObject({ status: 'failed', attempts: 0 });
			expect(last).toMatchObject({ status: 'failed', attempts: 2 });
			// The schedule may have taken the rows just before: its run goes on after they are settled.
			const [{ message }] = await templates.shipped.told('pinAdsReplay', told);
			expect(message).toMatch(/^The connection with Pinterest is unauthorized/);
			expect(templates.row()).toMatchObject({ status: 'unauthorized' });
			await templates.shipped.replay();
			expect(templates.told('pinAdsReplay')).toBe(told + 1);
		},
		2 * MINUTES,
	);

	const launch = async (name: string, goal = {}) =>
		await submitLaunch(templates.shipped.n8n.api, {
			...{ name, goal },
			details: { Others: SEED.pins.image, 'Daily budget': '20.00' },
		});

	it(
		'marks the connection when a launch meets it; the next form says so and creates nothing',
		async () => {
			await reset();
			const { page } = await launch('Refused');
			expect(page).toContain('Nothing was created');
			expect(templates.row()).toMatchObject({ status: 'unauthorized' });
			templates.shipped.simulator.clearLedger();
			const next = await launch('Resting');
			expect(next.page).toContain('Nothing was created');
			expect(next.page).toContain('Pinterest is not connected (unauthorized)');
			expect(next.execution.status).toBe('success');
			expect(templates.asked()).toEqual([]);
			await templates.reconnect();
			templates.shipped.simulator.clearLedger();
			await templates.shipped.connectAlso(euroAdAccountId);
			await launch('Elsewhere', { 'Ad account': `Ad account (${euroAdAccountId})` });
			await templates.shipped.connectNoMore(euroAdAccountId);
			expect(templates.asked().filter((one) => one.startsWith('POST'))[0]).toBe(
				`POST /ad_accounts/${euroAdAccountId}/campaigns`,
			);
		},
		3 * MINUTES,
	);
});

describe('disconnect', () => {
	const SCHEDULED = [CHECK, 'pinAdsMetrics', 'pinAdsWeekly', 'pinAdsReplay'];

	it(
		'clears the pasted tokens and asks Pinterest for nothing; the schedules rest without an error',
		async () => {
			await templates.reconnect();
			const id = await templates.enter(templates.freshTokens());
			templates.shipped.simulator.clearLedger();
			expect(await disconnect()).toMatchObject({ status: 'success' });
			expect(await storedCredential(templates.shipped.n8n.folder, id)).toMatchObject({
				accessToken: '',
				refreshToken: '',
				conversionToken: '',
				clientId: SEED.clientId,
			});
			expect(templates.row()).toMatchObject({ status: 'inactive', is_token_valid: 0 });
			expect(templates.row().message).toMatch(/holds no token any more.*at Pinterest stay/);

			const told = SCHEDULED.map((workflow) => templates.told(workflow));
			for (const workflow of SCHEDULED.filter((one) => one !== 'pinAdsReplay')) {
				expect(await templates.run(workflow)).toMatchObject({ status: 'success' });
			}
			expect(await templates.shipped.replay()).toMatchObject({ status: 200 });
			expect(SCHEDULED.map((workflow) => templates.told(workflow))).toEqual(told);
			expect(templates.asked()).toEqual([]);
			expect(templates.row()).toMatchObject({ status: 'inactive' });
			for (const workflow of SCHEDULED.filter((one) => one !== 'pinAdsReplay')) {
				const { status, message, description } = await templates.byHand(workflow, 'Run now');
				expect(status).toBe('error');
				expect(`${message} ${description}`).toMatch(
					/^Pinterest is not connected \(inactive\)\. Disconnected.*connect/,
				);
			}
			expect(templates.asked()).toEqual([]);
		},
		4 * MINUTES,
	);

	it(
		'leaves a credential that says what to enter, and an audience at Pinterest that stays',
		async () => {
			const { message, description } = await connect();
			expect(message).toBe('Access Token: the Pinterest credential has none.');
			expect(description).toMatch(/paste an access token/);
			expect(templates.asked()).toEqual([]);
			await templates.reconnect();
			expect(templates.row()).toMatchObject({ status: 'active' });
		},
		2 * MINUTES,
	);

	it(
		'says plainly that n8n keeps the tokens of an OAuth2 credential',
		async () => {
			const { n8n, simulator } = templates.shipped;
			const credential: CredentialRef = await n8n.addCredential('pinterestAdsOAuth2Api', 'OAuth2', {
				...{ environment: 'custom', apiBaseUrl: simulator.url },
				...{ clientId: SEED.clientId, clientSecret: SEED.clientSecret },
			});
			const before = await n8n.runNode(credential, 'connection', 'disconnect');
			expect(before.output).toMatchObject([{ status: 'inactive', tokens_cleared: true }]);
			const consent = await fetch(`${await n8n.consentPage(credential)}&auto=1`, {
				redirect: 'manual',
			});
			await n8n.followCallback(consent.headers.get('location') ?? '');
			simulator.clearLedger();
			const { output } = await n8n.runNode(credential, 'connection', 'disconnect');
			expect(output).toMatchObject([
				{
					status: 'inactive',
					tokens_cleared: false,
					message: expect.stringContaining('OAuth2'),
					hint: expect.stringContaining('delete the credential in n8n'),
				},
			]);
			expect(templates.asked()).toEqual([]);
			const check = await n8n.runNode(credential, 'connection', 'check');
			expect(check.output).toMatchObject([{ status: 'active' }]);
		},
		2 * MINUTES,
	);
});
