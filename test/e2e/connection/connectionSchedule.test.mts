import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../../../scripts/n8n/executions.mts';
import { ConnectionTemplates } from './connectionTemplates.mts';
import { startShortlyBefore } from '../preload/shortlyBefore.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const FIRED = ['pinAdsTokenCheck', 'pinAdsReplay', 'pinAdsMetrics', 'pinAdsWeekly'];
const PATIENCE_MS = 4 * MINUTES;

/** A Monday, so that all of them have an hour. */
const DAY = '2026-11-30';

let templates: ConnectionTemplates;

beforeAll(async () => {
	templates = await ConnectionTemplates.start('schedules');
}, 15 * MINUTES);
afterAll(async () => await templates.shipped.stop());
afterEach(() => expect(templates.shipped.simulator.violations()).toEqual([]));

const told = () => FIRED.map((one) => templates.told(one));

/** What a kill has interrupted, the error handler is told of once n8n is up again. @returns what it was told by then */
async function toldOfTheKill(): Promise<number[]> {
	let known = told();
	for (let quietSince = Date.now(); Date.now() - quietSince < 5_000; await sleep(100)) {
		const now = told();
		if (now.join() !== known.join()) quietSince = Date.now();
		known = now;
	}
	return known;
}

/** n8n is started again, shortly before this time of day. */
async function startBefore(time: string): Promise<void> {
	const { n8n } = templates.shipped;
	await startShortlyBefore(`${DAY}T${time}:00Z`, async (environment) => {
		await n8n.kill();
		await n8n.startAgain(environment);
	});
}

/** The first run that the schedule itself has started, once it has ended. */
async function scheduled(workflowId: string): Promise<Execution> {
	const { api } = templates.shipped.n8n;
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const [found] = (await api.executions(workflowId)).filter(
			({ mode, status }) => mode === 'trigger' && !['new', 'running'].includes(status),
		);
		if (found) return found;
		if (Date.now() > deadline) throw new Error(`${workflowId} was not started by its schedule.`);
		await sleep(250);
	}
}

describe('the schedules', () => {
	it(
		'check the connection at 05:00 UTC',
		async () => {
			await templates.enter({ accessToken: 'pina_wrong' });
			await startBefore('05:00');
			expect(await scheduled('pinAdsTokenCheck')).toMatchObject({ status: 'error' });
			expect(templates.row()).toMatchObject({ status: 'unauthorized' });
		},
		15 * MINUTES,
	);

	it.each([
		['06:00', 'pinAdsMetrics'],
		['07:00', 'pinAdsWeekly'],
	])(
		'rest while the connection is not active: %s %s',
		async (time, workflow) => {
			expect(await templates.byHand('pinAdsDisconnect', 'Disconnect')).toMatchObject({
				status: 'success',
			});
			await startBefore(time);
			const toldBefore = await toldOfTheKill();
			templates.shipped.simulator.clearLedger();
			expect(await scheduled(workflow)).toMatchObject({ status: 'success' });
			expect(templates.asked()).toEqual([]);
			expect(told()).toEqual(toldBefore);
			expect(templates.row()).toMatchObject({ status: 'inactive' });
		},
		15 * MINUTES,
	);
});
