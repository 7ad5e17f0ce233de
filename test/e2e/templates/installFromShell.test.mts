import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../../scripts/command.mts';
import { ensureRuntime, outsideEnvironment } from '../../../scripts/n8n/install/runtime.mts';
import { freePort } from '../../../scripts/processes/ports.mts';
import { logs, root } from '../../../scripts/paths.mts';
import { runToItsEnd } from '../../../scripts/n8n/executions.mts';
import { queryN8n, tableRows } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { InstallingN8n } from './installing.mts';

let one: InstallingN8n;

beforeAll(async () => {
	one = await InstallingN8n.start('install-from-shell');
	await one.useKey();
}, 15 * MINUTES);
afterAll(async () => await one.stop(), MINUTES);

/** The line of docs/install.md, with the folder and the port of this n8n in place of the usual ones. */
async function documentedLine(): Promise<string> {
	const text = readFileSync(join(root, 'docs', 'install.md'), 'utf8');
	const [, section] = text.split('## Without a browser');
	const [, line] = /```sh\n([^`]+)```/.exec(section) ?? [];
	const { folder } = one.n8n;
	const { node, n8n } = await ensureRuntime();
	return line
		.replaceAll('~/', `${folder}/`)
		.replaceAll('/tmp/', `${folder}/`)
		.replaceAll(/\bn8n (import|execute)/g, `"${node}" "${n8n}" $1`)
		.replace(/BROKER_PORT=\d+/, `BROKER_PORT=${await freePort()}`);
}

it(
	'installs and publishes everything by the line in the documentation',
	async () => {
		const { node } = await ensureRuntime();
		const { folder, api } = one.n8n;
		const log = 'install-from-shell';
		// n8n's command may crash at its end, when all is done and printed, and does not say by its end whether it has worked.
		await run('sh', ['-uc', `{ ${await documentedLine()}} || true`], {
			cwd: folder,
			log,
			env: {
				...outsideEnvironment(),
				PATH: `${dirname(node)}:${process.env.PATH}`,
				N8N_USER_FOLDER: folder,
				N8N_DIAGNOSTICS_ENABLED: 'false',
				DB_TYPE: 'sqlite',
				WEBHOOK_URL: `${api.url}/`,
			},
		});
		const printed = readFileSync(join(logs, `${log}.log`), 'utf8');
		// n8n's commands have no data tables, which *connect* writes to.
		expect(printed).toContain('Installed, but not connected to Pinterest');
		expect(printed).toContain('/form/pinterest-campaign-launch');
		// At once as a package: one by one they have other ids.
		const published = queryN8n(folder, 'SELECT id FROM workflow_entity WHERE active = 1');
		expect(published.map(({ id }) => id)).toContain('pinAdsDailySync');
		const { status } = await runToItsEnd(api, 'pinAdsConnect', 'Connect');
		expect(status).toBe('success');
		expect(tableRows(folder, 'pinterest_connection')).toMatchObject([{ status: 'active' }]);
	},
	10 * MINUTES,
);
