// Part of `npm run docs`: writes the tables of fields into the pages of docs/, between `<!-- fields: campaign/create -->`,
// or `<!-- folded fields: campaign/create -->`, and `<!-- /fields -->`, and that of answers between `<!-- answers -->` and
// `<!-- /answers -->`; and the pages of docs/resources, whose examples are run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { run } from '../command.mts';
import { root } from '../paths.mts';
import { bundled } from './bundled.mts';
import { automationOf, pagesOfResources, pagesWithFields, type Resource } from './pages.mts';

const { RESOURCES } = await bundled('nodes', 'PinterestAds', 'resources', 'registry.ts');
const { OPERATIONS } = await bundled('nodes', 'PinterestAdsAutomation', 'operations.ts');

const resources = [
	...(RESOURCES as Resource[]),
	automationOf(OPERATIONS as Resource['operations']),
];

for (const { file, found, wanted } of [
	...pagesWithFields(resources),
	...pagesOfResources(resources),
]) {
	if (found === wanted) continue;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, wanted);
	console.log(`written: ${relative(root, file)}`);
}

// Only a test can run the node, and only it knows what comes out.
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
await run(
	process.execPath,
	[jest, '--selectProjects', 'core', '--testPathPatterns', 'outputs/examplesInDocs'],
	{ cwd: root, env: { ...process.env, WRITE_EXAMPLES: '1' }, log: 'examples' },
);
