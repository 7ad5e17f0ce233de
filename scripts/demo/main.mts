// `npm start`, from where the project's dependencies are there: see start.mjs for the options.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { callersInWords } from '../n8n/callers.mts';
import { prepareForDemo, prepareForLive } from '../templates/prepare.mts';
import { MainJob, type StepResult } from './main-job.mts';
import { N8nApi, type Login } from '../n8n/api.mts';
import { ensureRuntime } from '../n8n/install/runtime.mts';
import { startN8n, type Server } from '../n8n/server.mts';
import { installPackage, packPackage } from '../n8n/install/package.mts';
import { work } from '../paths.mts';
import { claimFolder, stopAll } from '../processes/processes.mts';
import { fittedTable, step } from '../progress.mts';
import { SimulatorProcess } from '../processes/simulator.mts';
import { expectInterrupt, stopOnSignals, unlessStopping } from '../processes/stop-on-signals.mts';
import { whatNext } from './what-next.mts';
import { judgeLabel } from '../../simulator/description/files.mts';

const { values: options } = parseArgs({
	options: { once: { type: 'boolean', default: false }, live: { type: 'boolean', default: false } },
});
stopOnSignals();
process.exit(await (options.live ? live() : demo()).catch(failed));

async function demo(): Promise<number> {
	const userFolder = join(work, 'n8n');
	await begin(userFolder);
	const simulator = await step('Starting the simulator of Pinterest', () =>
		SimulatorProcess.start(),
	);
	const { api, login, server } = await startEditor(userFolder);
	const connection = await simulator.connection();
	await step('Creating credential and Data Tables, publishing the workflows', () =>
		prepareForDemo(api, connection),
	);
	const results = await new MainJob(api, simulator).run();
	await writeRecords(simulator, results);
	const rows = results.map(({ step: name, ok, result }) => [ok ? '✓' : '✗', name, result]);
	console.log(`\n${fittedTable(['', 'Step', 'Result'], rows)}\n`);
	const { description } = await simulator.status();
	console.log(`Requests are judged by ${judgeLabel(description)}.\n`);
	const ok = results.every((result) => result.ok);
	if (!ok)
		console.log('Not every step succeeded. What n8n and the simulator printed is in .work/logs.\n');
	if (!options.once) {
		console.log(await whatNext({ api, login, simulator, results }));
		await stayUp(server);
	}
	await step('Stopping everything', stopAll);
	console.log(`
  To look around, run npm start without --once: everything stays up.
  What was sent is in ${join(work, 'ledger.json')}.`);
	return ok ? 0 : 1;
}

async function live(): Promise<number> {
	const userFolder = join(work, 'n8n-live');
	await begin(userFolder);
	const { api, login, server } = await startEditor(userFolder);
	await step('Creating the Data Tables, importing the workflows', () => prepareForLive(api));
	console.log(`
  Editor: ${server.url}
  Login:  ${login.email}  ${login.password}
${signingIn(api)}
  To connect your Pinterest account:
  1. Add ${server.url}/rest/oauth2-credential/callback to the redirect URIs of your app at developers.pinterest.com.
  2. In the editor: Credentials, Add credential, "Pinterest Ads OAuth2 API", the app's ID and secret, Connect.
     (Or "Pinterest Ads API", to paste an access token.)
  3. Open each workflow, choose the credential in its Pinterest Ads nodes, and publish it.
     The note in each workflow says what else there is to choose.
  Campaigns, ad groups and ads are created paused.
`);
	return await stayUp(server);
}

/** How the forms and webhooks of the templates are called, in lines like those of the editor's login. */
function signingIn({ callers }: N8nApi): string {
	const lines = callers ? callersInWords(callers) : [];
	return lines.map(([what, how]) => `  ${what}: ${how}\n`).join('');
}

/** What both ways need before n8n is started. */
async function begin(userFolder: string): Promise<void> {
	mkdirSync(userFolder, { recursive: true });
	const left = await claimFolder('npm start');
	if (left.length > 0) console.log(`  Stopped what an earlier run has left: ${left.join(', ')}.`);
	const tarball = await step('Building and packing the package', packPackage);
	await installPackage(tarball, userFolder);
}

async function startEditor(
	userFolder: string,
): Promise<{ api: N8nApi; login: Login; server: Server }> {
	const runtime = await ensureRuntime();
	const server = await step('Starting n8n', () => startN8n(runtime, userFolder));
	const api = new N8nApi(server.url);
	const login = await api.signIn(join(userFolder, 'login.json'));
	return { api, login, server };
}

/** Until Ctrl-C, which stopOnSignals takes care of, or until n8n ends by itself. */
async function stayUp({ ended }: Server): Promise<never> {
	console.log('  Ctrl-C stops everything.\n');
	expectInterrupt();
	throw new Error(await ended);
}

/** For whoever wants to look again when everything has been stopped. */
async function writeRecords(
	simulator: SimulatorProcess,
	results: readonly StepResult[],
): Promise<void> {
	const records = {
		'ledger.json': await simulator.ledger(),
		'state.json': await simulator.state(),
		'main-job.json': results,
	};
	for (const [name, record] of Object.entries(records)) {
		writeFileSync(join(work, name), JSON.stringify(record, null, '\t'));
	}
}

async function failed(error: unknown): Promise<number> {
	await unlessStopping();
	console.error(`\n${error instanceof Error ? error.message : String(error)}`);
	await stopAll();
	return 1;
}
