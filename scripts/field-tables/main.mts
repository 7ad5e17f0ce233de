// Part of `npm run docs`: writes the tables of fields into the pages of docs/, between `<!-- fields: campaign/create -->`,
// or `<!-- folded fields: campaign/create -->`, and `<!-- /fields -->`, and that of answers between `<!-- answers -->` and
// `<!-- /answers -->`.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../paths.mts';
import { bundled } from './bundled.mts';
import { automationOf, pagesWithFields, type Resource } from './pages.mts';

const { RESOURCES } = await bundled('nodes', 'PinterestAds', 'resources', 'registry.ts');
const { OPERATIONS } = await bundled('nodes', 'PinterestAdsAutomation', 'operations.ts');

const resources = [
	...(RESOURCES as Resource[]),
	automationOf(OPERATIONS as Resource['operations']),
];

for (const { file, found, wanted } of pagesWithFields(resources)) {
	if (found === wanted) continue;
	writeFileSync(file, wanted);
	console.log(`written: ${relative(root, file)}`);
}
