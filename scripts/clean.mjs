// `npm run clean`: removes what the build, the tests and `npm start` have written in this folder.
// n8n itself, in the user's cache folder, stays: other clones use it too.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './dependencies.mjs';

for (const folder of ['.work', 'dist', join('worker', 'dist'), 'coverage']) {
	const path = join(root, folder);
	if (!existsSync(path)) continue;
	rmSync(path, { recursive: true, force: true, maxRetries: 5 });
	console.log(`removed ${folder}`);
}
