import { join } from 'node:path';
import { measureBatches } from './conversions/batches.mts';
import { measureCpu } from './conversions/cpu.mts';
import { BenchN8n } from './conversions/n8n.mts';
import type { Counts } from './conversions/stubServer.mts';
import { measureWebhooks } from './conversions/webhooks.mts';
import { type Report } from './shared/report.mts';
import { startStub } from './shared/stub.mts';

/** Conversions, from the CPU time of one event to the rate at which a real n8n takes them. */
export async function benchConversions(rounds: number): Promise<Report> {
	const cpu = await measureCpu(rounds);
	const stub = await startStub<Counts>(join(import.meta.dirname, 'conversions/stubServer.mts'));
	let n8n: BenchN8n | undefined;
	try {
		n8n = await BenchN8n.start();
		const batches = await measureBatches(n8n, stub, rounds);
		const webhooks = await measureWebhooks(n8n, stub, rounds);
		await n8n.stop();
		n8n = await BenchN8n.start({ N8N_EXPRESSION_ENGINE: 'legacy' });
		const legacy = await measureWebhooks(n8n, stub, rounds);
		return {
			measurements: [
				...cpu.measurements,
				...batches.measurements,
				...webhooks,
				...legacy.map(({ name, ...figure }) => ({
					...figure,
					name: `${name}, legacy`,
					bound: null,
				})),
			],
			notes: [
				`Medians of ${rounds} rounds, and the lowest and highest of them; ratios are taken within a round. p50 and p99 are of the calls of all rounds.`,
				...cpu.notes,
				...batches.notes,
				'Webhooks: the shipped template in its two ways, the stand-in answering after 100 ms. “Written down first” is answered when the event is in its table, “sent first” when Pinterest has it. Beside them, without this package: a bare webhook, which answers at once and does nothing; a webhook that answers through n8n’s Respond node; and “write and answer”, with one insert into a Data Table between the two. Every accepted event has arrived at the stub once, and none of the others has. legacy: the same with N8N_EXPRESSION_ENGINE=legacy.',
			],
		};
	} finally {
		await n8n?.stop();
		stub.stop();
	}
}
