// `npm run cluster`, from where the project's dependencies are there: see cluster.mjs for the options.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { callersInWords } from '../n8n/callers.mts';
import { Cluster } from '../n8n/cluster.mts';
import { prepareForDemo, prepareForLive } from '../templates/prepare.mts';
import { N8nApi } from '../n8n/api.mts';
import { ensureRuntime } from '../n8n/install/runtime.mts';
import { packPackage } from '../n8n/install/package.mts';
import { work } from '../paths.mts';
import { claimFolder, stopAll } from '../processes/processes.mts';
import { step, table } from '../progress.mts';
import { SimulatorProcess } from '../processes/simulator.mts';
import { expectInterrupt, stopOnSignals, unlessStopping } from '../processes/stop-on-signals.mts';

const { values: options } = parseArgs({ options: { live: { type: 'boolean', default: false } } });
stopOnSignals();
process.exit(await main(options.live).catch(failed));

async function main(live: boolean): Promise<number> {
	const folder = join(work, live ? 'cluster-live' : 'cluster');
	const left = await claimFolder('npm run cluster');
	if (left.length > 0) console.log(`  Stopped what an earlier run has left: ${left.join(', ')}.`);
	const tarball = await step('Building and packing the package', packPackage);
	const runtime = await ensureRuntime();
	const cluster = await step('Starting PostgreSQL, Redis and n8n in queue mode', () =>
		Cluster.start({ runtime, folder, tarball }),
	);
	const api = new N8nApi(cluster.main.url);
	const login = await api.signIn(join(folder, 'login.json'));
	const addresses = [
		['Editor', cluster.main.url],
		['Login', `${login.email}  ${login.password}`],
		['Webhooks and forms', cluster.webhook.url],
		...(api.callers ? callersInWords(api.callers) : []),
		['Workers', cluster.workers.join(', ')],
		['PostgreSQL', `${cluster.database.host}:${cluster.database.port}`],
		['Redis', `${cluster.redis.host}:${cluster.redis.port}`],
	];
	if (live) {
		await step('Creating the Data Tables, importing the workflows', () => prepareForLive(api));
	} else {
		addresses.push(['Simulator of Pinterest', await prepareSimulated(api)]);
	}
	console.log(`\n${table(['What', 'Where'], addresses)}\n\n  Ctrl-C stops everything.\n`);
	expectInterrupt();
	throw new Error(await Promise.race([cluster.main.ended, cluster.webhook.ended]));
}

/** @returns where to see what the stand-in has received */
async function prepareSimulated(api: N8nApi): Promise<string> {
	const simulator = await step('Starting the simulator of Pinterest', () =>
		SimulatorProcess.start(),
	);
	const connection = await simulator.connection();
	await step('Creating credential and Data Tables, publishing the workflows', () =>
		prepareForDemo(api, connection),
	);
	return `${simulator.origin}/__sim/status`;
}

async function failed(error: unknown): Promise<number> {
	await unlessStopping();
	console.error(`\n${error instanceof Error ? error.message : String(error)}`);
	await stopAll();
	return 1;
}
