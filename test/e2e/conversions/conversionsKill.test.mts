import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchN8n } from '../../../scripts/n8n/fetch.mts';
import { signedIn } from '../../../scripts/n8n/callers.mts';
import { seededRandom, type FaultKind } from '../../../simulator/api/faults.mts';
import { type Simulator } from '../../../simulator/simulator.mts';
import { ageRows, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { startShipped } from '../templates/shippedTemplates.mts';
import { setAnswerWhen, WAYS, type Way } from './answerWhen.mts';

/** What goes wrong at Pinterest while n8n is being killed. */
const ROUNDS: Readonly<Record<Way, ReadonlyArray<FaultKind | undefined>>> = {
	written: [undefined, 'cut-after', '500', undefined, 'truncated', undefined],
	sent: [undefined, 'cut-after', '500', 'hang'],
};
const CALLERS = 6;
const TABLE = 'pinterest_conversions';

let simulator: Simulator;
let n8n: N8nServer;
/** The event ids that n8n has answered with 2xx. */
let accepted: Set<string>;
let posted = 0;

afterEach(async () => {
	await n8n.stop();
	await simulator.close();
});

/** Posts one conversion. @returns the answer's status, undefined where there was none */
async function post(): Promise<number | undefined> {
	const id = `kill-${++posted}`;
	try {
		const { status } = await fetchN8n(`${n8n.api.url}/webhook/pinterest-conversion`, {
			method: 'POST',
			headers: {
				...signedIn(n8n.api, '/webhook/pinterest-conversion'),
				'content-type': 'application/json',
			},
			body: JSON.stringify({
				event_name: 'checkout',
				event_id: id,
				email: `${id}@example.com`,
				value: '49.99',
				currency: 'USD',
			}),
		});
		if (status >= 200 && status < 300) accepted.add(id);
		return status;
	} catch {
		return undefined;
	}
}

/** Calls come one after another from several callers until n8n does not answer any more. */
async function callUntilItEnds(): Promise<void> {
	const caller = async () => {
		while ((await post()) !== undefined);
	};
	await Promise.all(Array.from({ length: CALLERS }, caller));
}

async function untilPublished(): Promise<void> {
	const deadline = Date.now() + MINUTES;
	while ((await post()) === 404) {
		if (Date.now() > deadline) throw new Error('The webhook was not opened.');
		await sleep(100);
	}
}

const open = () =>
	tableRows(n8n.folder, TABLE).filter(({ status }) => status !== 'sent' && status !== 'dead');

it.each(WAYS)(
	'loses no conversion that was answered with 2xx, and Pinterest counts none twice, however often n8n is killed: %s first',
	async (way) => {
		accepted = new Set();
		({ simulator, n8n } = await startShipped(`kill-${way}`));
		await setAnswerWhen(n8n.api, way);
		const random = seededRandom(7);
		for (const fault of ROUNDS[way]) {
			await untilPublished();
			if (fault) {
				const match = { operationId: 'events/create' };
				simulator.addFault({ match, fault, probability: 0.2, seed: 11 });
			}
			const before = accepted.size;
			const calls = callUntilItEnds();
			while (accepted.size < before + CALLERS) await sleep(20);
			await sleep(random() * 1_500);
			await n8n.kill();
			await calls;
			simulator.clearFaults();
			await n8n.startAgain();
		}
		await n8n.kill();
		const cutOff = open().length;
		// What Pinterest has got while its caller waited has no row.
		if (way === 'written') expect(cutOff).toBeGreaterThan(0);
		ageRows(n8n.folder, TABLE, 12);
		await n8n.startAgain();
		await n8n.api.runManually('pinAdsReplay', 'Run now');
		const deadline = Date.now() + MINUTES;
		while (open().length > 0 && Date.now() < deadline) await sleep(250);

		const { events } = simulator.state();
		const counted = events.filter(({ duplicate }) => !duplicate).map(({ event }) => event.event_id);
		expect([...accepted].filter((id) => !counted.includes(id))).toEqual([]);
		expect(new Set(counted).size).toBe(counted.length);
		const rows = tableRows(n8n.folder, TABLE);
		expect(rows.filter(({ status }) => status !== 'sent')).toEqual([]);
		// What was sent is not kept, and what was to be sent held no address in clear.
		expect(rows.filter(({ event }) => event)).toEqual([]);
		const [{ event }] = events;
		const digest = createHash('sha256').update(`${String(event.event_id)}@example.com`);
		expect(event.user_data).toEqual({ em: [digest.digest('hex')] });
		expect(simulator.violations()).toEqual([]);
		console.info(
			`${posted} conversions posted, ${accepted.size} accepted, ${cutOff} cut off by ${ROUNDS[way].length} kills, ${way} first, ${rows.length} rows; ${events.length - counted.length} sent twice and counted once.`,
		);
	},
	15 * MINUTES,
);
