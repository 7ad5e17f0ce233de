import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.mts';
import { ensureRuntime, outsideEnvironment } from './install/runtime.mts';
import { logs } from '../paths.mts';
import { freePort } from '../processes/ports.mts';

/**
 * Runs a command of n8n's command line on the data in this folder, beside no server.
 * @returns what it printed: n8n says there, and not by how it ends, whether it has worked
 */
export async function n8nCommand(userFolder: string, ...args: readonly string[]): Promise<string> {
	const { node, n8n } = await ensureRuntime();
	const log = `n8n-${args[0].replace(':', '-')}`;
	await run(node, [n8n, ...args], {
		cwd: userFolder,
		log,
		env: {
			...outsideEnvironment(),
			N8N_USER_FOLDER: userFolder,
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_DIAGNOSTICS_ENABLED: 'false',
			DB_TYPE: 'sqlite',
		},
	});
	return readFileSync(join(logs, `${log}.log`), 'utf8');
}
