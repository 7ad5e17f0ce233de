import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, work } from '../paths.mts';

/** What a source of the product exports, as it is now: Node.js alone does not find what it imports. */
export async function bundled(...path: string[]): Promise<Record<string, unknown>> {
	const outfile = join(work, 'field-tables', String(process.pid), `${path.join('-')}.cjs`);
	await build({
		entryPoints: [join(root, ...path)],
		outfile,
		bundle: true,
		platform: 'node',
		packages: 'external',
		logLevel: 'error',
	});
	return createRequire(import.meta.url)(outfile) as Record<string, unknown>;
}
