import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { n8nCommand } from './command.mts';

/** What n8n has stored of a credential, decrypted by n8n's own export, beside the running server. */
export async function storedCredential(
	userFolder: string,
	id: string,
): Promise<Record<string, unknown>> {
	const file = join(userFolder, 'credential.json');
	await n8nCommand(
		userFolder,
		'export:credentials',
		'--decrypted',
		`--id=${id}`,
		`--output=${file}`,
	);
	const [{ data }] = JSON.parse(readFileSync(file, 'utf8')) as Array<{
		data: Record<string, unknown>;
	}>;
	rmSync(file);
	return data;
}
