// Part of `npm run docs`: writes the tables of fields into the pages of docs/, between `<!-- fields: campaign/create -->`,
// or `<!-- folded fields: campaign/create -->`, and `<!-- /fields -->`.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root, work } from '../paths.mts';
import { pagesWithFields } from './pages.mts';

const outfile = join(work, 'field-tables', 'registry.cjs');
await build({
	entryPoints: [join(root, 'nodes', 'PinterestAds', 'resources', 'registry.ts')],
	outfile,
	bundle: true,
	platform: 'node',
	packages: 'external',
	logLevel: 'error',
});
const { RESOURCES } = createRequire(import.meta.url)(outfile);

for (const { file, found, wanted } of pagesWithFields(RESOURCES)) {
	if (found === wanted) continue;
	writeFileSync(file, wanted);
	console.log(`written: ${relative(root, file)}`);
}
