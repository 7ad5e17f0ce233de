// node launchRun.mts <campaigns>: launches so many at once, each with an ad group and an ad, against the simulator in this
// process, whose own time is taken off. Prints a LaunchRun.
import { setTimeout } from 'node:timers/promises';
import { Description } from '../../simulator/description/description.mts';
import { simulateBy } from '../../simulator/inMemory.mts';
import { SEED } from '../../simulator/world/seedIds.mts';
import type * as Worker from '../../worker/src/index.ts';

export interface LaunchRun {
	/** Of this thread, without what the simulator took. */
	readonly cpuMs: number;
	readonly requests: number;
	/** What the requests have waited for Pinterest's limits, on the simulator's clock. */
	readonly waitedMs: number;
	readonly launched: number;
}

const campaigns = Number(process.argv[2]);
const dist = new URL('../../worker/dist/', import.meta.url);
const { launchCampaigns }: typeof Worker = await import(`${dist}index.js`);
const { http, clock, requests, sleeps } = simulateBy(await Description.load());
let simulatorMs = 0;
const context = {
	http: {
		...http,
		async send(request: Parameters<typeof http.send>[0]) {
			const began = cpuMs();
			const answer = http.send(request);
			simulatorMs += cpuMs() - began;
			return await answer;
		},
	},
	clock,
	logger: { debug: () => undefined, info: () => undefined, warn: () => undefined },
	adAccountId: SEED.adAccountId,
};
const inputs = Array.from({ length: campaigns }, (_, n) => ({
	...{ name: `Bench ${n}`, objective: 'CONSIDERATION' as const, dailySpendCap: '50000000' },
	...{ budget: '50000000', billableEvent: 'CLICKTHROUGH' as const, locations: 'US' },
	...{ pinIds: SEED.pins.image, status: 'PAUSED' as const },
}));

await setTimeout(200);
const before = cpuMs();
const outcomes = await launchCampaigns(context, inputs);
const all = cpuMs() - before;
const failed = outcomes.find(({ ok }) => !ok);
if (failed) throw new Error(JSON.stringify(failed));
console.log(
	JSON.stringify({
		cpuMs: all - simulatorMs,
		requests: requests.length,
		waitedMs: sleeps.reduce((sum, ms) => sum + ms, 0),
		launched: outcomes.length,
	} satisfies LaunchRun),
);
process.exit(0);

function cpuMs(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}
