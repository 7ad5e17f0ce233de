// Part of `npm run docs`: writes the tables of fields into the pages of docs/, between `<!-- fields: campaign/create -->`,
// or `<!-- folded fields: campaign/create -->`, and `<!-- /fields -->`.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../paths.mts';
import { bundled } from './bundled.mts';
import { pagesWithFields, type Resource } from './pages.mts';

const { RESOURCES } = await bundled('nodes', 'PinterestAds', 'resources', 'registry.ts');

for (const { file, found, wanted } of pagesWithFields(RESOURCES as Resource[])) {
	if (found === wanted) continue;
	writeFileSync(file, wanted);
	console.log(`written: ${relative(root, file)}`);
}
