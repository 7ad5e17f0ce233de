import { SEED, startSimulator, type Simulator } from '../../../simulator/simulator.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import type { CredentialRef } from '../../../scripts/n8n/workflow.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { TriggerWorkflow } from '../workflows/triggerWorkflow.mts';
import { until } from '../../../scripts/until.mts';

/** The second Pin’s ad of the running campaign. */
const AD = '687201365001000002';
const CHANGES = ['ad_rejected', 'ad_approved', 'campaign_stopped', 'audience_ready'];

let simulator: Simulator;
let n8n: N8nServer;
let credential: CredentialRef;
let watched: TriggerWorkflow;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await N8nServer.start('trigger');
	credential = await n8n.addCredential('pinterestAdsApi', 'Simulator', credentialData());
	watched = new TriggerWorkflow(
		n8n,
		'watched',
		// So seldom that only a start of n8n makes it look.
		{ triggerOn: 'changes', changes: CHANGES, checkEvery: 1440 },
		{ credential },
	);
}, 15 * MINUTES);
afterAll(async () => {
	await n8n?.stop();
	await simulator?.close();
});
afterEach(() => expect(simulator.violations()).toEqual([]));

const credentialData = (accessToken: string = SEED.tokens.access) => ({
	environment: 'custom',
	apiBaseUrl: simulator.url,
	accessToken,
});

async function restart(): Promise<void> {
	await n8n.kill();
	await n8n.startAgain();
}

const looks = () =>
	simulator.ledger().filter(({ operationId }) => operationId === 'ad_accounts/list');

/** Starts n8n again, and waits until the trigger has looked. */
async function lookAgain(): Promise<void> {
	simulator.clearLedger();
	await restart();
	await until(() => looks().length > 0);
}

const told = async () =>
	(await watched.items()).map(({ change, id, after }) => [change, id, after]);

it(
	'shows a real sample when it is run by hand',
	async () => {
		await watched.save();
		const sample = await watched.sample();
		expect(sample.map(({ change }) => change)).toEqual(['ad_approved']);
		expect(sample[0]).toMatchObject({
			level: 'ad',
			id: expect.stringMatching(/^\d+$/),
			ad_account_id: SEED.adAccountId,
			before: null,
			after: 'APPROVED',
			what: expect.stringContaining('was approved by Pinterest'),
		});
	},
	MINUTES * 5,
);

it(
	'tells nothing at the first look, and remembers it',
	async () => {
		await watched.publish();
		await until(() => watched.remembered()?.seen);
		expect(await watched.items()).toEqual([]);
	},
	MINUTES * 5,
);

it(
	'tells what has changed while n8n was killed, once, also when it is killed again',
	async () => {
		await n8n.kill();
		simulator.plant({
			ads: [{ id: AD, review_status: 'REJECTED', rejected_reasons: ['CLICKBAIT'] }],
			campaigns: [{ id: SEED.campaigns.running, status: 'PAUSED' }],
		});
		await lookAgain();
		await until(async () => (await watched.items()).length >= 2);
		const expected = [
			['ad_rejected', AD, 'REJECTED'],
			['campaign_stopped', SEED.campaigns.running, 'paused'],
		];
		expect((await told()).sort()).toEqual(expected);
		await lookAgain();
		await lookAgain();
		expect((await told()).sort()).toEqual(expected);
	},
	MINUTES * 10,
);

it(
	'remembers what is no event, so that the next stop is one',
	async () => {
		const before = JSON.stringify(watched.remembered());
		simulator.plant({ campaigns: [{ id: SEED.campaigns.running, status: 'ACTIVE' }] });
		await lookAgain();
		await until(() => JSON.stringify(watched.remembered()) !== before);
		simulator.plant({ campaigns: [{ id: SEED.campaigns.running, status: 'PAUSED' }] });
		await lookAgain();
		await until(async () => (await watched.items()).length >= 3);
		expect((await told()).at(-1)).toEqual(['campaign_stopped', SEED.campaigns.running, 'paused']);
	},
	MINUTES * 10,
);

it(
	'reports a refused token once, rests, and goes on with a new one without losing a change',
	async () => {
		simulator.revokeToken(SEED.tokens.access);
		await lookAgain();
		const failures = () => watched.executions(`status = 'error'`);
		await until(() => failures().length > 0);
		await until(() => watched.remembered()?.problem);
		await lookAgain();
		simulator.plant({ ads: [{ id: AD, review_status: 'APPROVED', rejected_reasons: [] }] });
		const { token } = simulator.mintToken();
		await n8n.addCredential('pinterestAdsApi', 'Simulator', credentialData(token));
		await until(async () => (await told()).length >= 4);
		expect((await told()).at(-1)).toEqual(['ad_approved', AD, 'APPROVED']);
		expect(failures()).toHaveLength(1);
		expect(looks().length).toBeLessThanOrEqual(2);
	},
	MINUTES * 10,
);
