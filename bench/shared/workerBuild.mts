import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const BUILT = join(root, 'worker/dist/index.js');

/** What is measured is what runs outside n8n: worker/dist, built again where a source is newer. */
export async function buildWorker(): Promise<void> {
	const sources = globSync(join(root, 'worker/src/**/*.{ts,mts}'));
	const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
	if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= newest) return;
	console.error('Building the worker (npm run build:worker) …');
	const tsc = join(root, 'node_modules/typescript/bin/tsc');
	execFileSync(process.execPath, [tsc, '-p', 'worker/tsconfig.json'], {
		cwd: root,
		stdio: ['ignore', process.stderr, process.stderr],
	});
}
