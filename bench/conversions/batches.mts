import { atLeast, atMost, measured, overRounds, type Report } from '../shared/report.mts';
import type { Stub } from '../shared/stub.mts';
import { checkout } from './checkouts.mts';
import type { BenchN8n } from './n8n.mts';
import type { Counts } from './stubServer.mts';
import { httpRequestNode, ourNode, workflowOf } from './workflows.mts';

const MANY = 10_000;
const ITEMS = 1_000;
/** As n8n is when it has been up for a while. */
const WARM_UP_ROUNDS = 3;
const OURS = 'bench-our-node';
const HTTP = 'bench-http-request';

/** Many items through our node in a real n8n, and through the node with which people do it today. */
export async function measureBatches(
	n8n: BenchN8n,
	stub: Stub<Counts>,
	rounds: number,
): Promise<Report> {
	const data = { environment: 'custom', apiBaseUrl: stub.url, accessToken: 'bench' };
	const credential = await n8n.server.addCredential('pinterestAdsApi', 'bench', data);
	await n8n.publish(workflowOf(OURS, ourNode(credential)));
	await n8n.publish(workflowOf(HTTP, httpRequestNode(`${stub.url}/v5`)));
	const run = async (workflow: string, items: number) => {
		await stub.counts();
		const orders = Array.from({ length: items }, (_, n) => checkout(n, nowInSeconds()));
		const ms = await n8n.run(workflow, orders);
		const { requests, events } = await stub.counts();
		if (events !== items) throw new Error(`${workflow}: ${events} of ${items} events arrived`);
		return { ms, requests };
	};
	for (const workflow of [OURS, HTTP]) await n8n.untilOpen(workflow, { items: [checkout(0, 1)] });
	const many = await run(OURS, MANY);
	const ours: number[] = [];
	const http: number[] = [];
	for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
		const theirs = await run(HTTP, ITEMS);
		if (theirs.requests !== ITEMS) throw new Error(`HTTP Request: ${theirs.requests} requests`);
		const { ms } = await run(OURS, ITEMS);
		if (round < 0) continue;
		http.push(theirs.ms);
		ours.push(ms);
	}
	return {
		measurements: [
			measured(`requests for ${count(MANY)} items`, many.requests, 'requests', atMost(10)),
			overRounds(
				'times faster than HTTP Request',
				http.map((ms, round) => ms / ours[round]),
				'×',
				atLeast(20),
			),
			overRounds(`our node, ${count(ITEMS)} items`, ours, 'ms'),
			overRounds(`HTTP Request, ${count(ITEMS)} items`, http, 'ms'),
			measured(`our node, ${count(MANY)} items`, many.ms, 'ms'),
		],
		notes: [
			'Items: orders as above, through a published workflow of the same n8n, to the same stub in a process of its own; the times are those that n8n records for the node. In our node every field is dragged from the item; HTTP Request has one expression for the whole body that hashes with n8n’s hash().',
		],
	};
}

const count = (number: number) => number.toLocaleString('en');
const nowInSeconds = () => Math.floor(Date.now() / 1000);
