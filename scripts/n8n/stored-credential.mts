import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureRuntime } from './install/runtime.mts';
import { freePort } from '../processes/ports.mts';

/** What n8n has stored of a credential, decrypted by n8n's own export, beside the running server. */
export async function storedCredential(
	userFolder: string,
	id: string,
): Promise<Record<string, unknown>> {
	const { node, n8n } = await ensureRuntime();
	const file = join(userFolder, 'credential.json');
	await promisify(execFile)(
		node,
		[n8n, 'export:credentials', '--decrypted', `--id=${id}`, `--output=${file}`],
		{
			cwd: userFolder,
			env: {
				PATH: process.env.PATH,
				HOME: userFolder,
				N8N_USER_FOLDER: userFolder,
				DB_TYPE: 'sqlite',
				N8N_RUNNERS_BROKER_PORT: String(await freePort()),
				N8N_DIAGNOSTICS_ENABLED: 'false',
			},
		},
	);
	const [{ data }] = JSON.parse(readFileSync(file, 'utf8')) as Array<{
		data: Record<string, unknown>;
	}>;
	rmSync(file);
	return data;
}
