import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESOURCES } from '../../../nodes/PinterestAds/resources/registry.ts';
import { addressOf } from '../../../scripts/field-tables/resource-page.mts';
import { root } from '../../../scripts/paths.mts';
import { slugOf } from '../../../scripts/site/links.mts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

it('README.md leads to the fields and the example of every operation', () => {
	const wanted = RESOURCES.flatMap(({ value, operations }) =>
		operations.map(({ name }) => `[${name}](docs/${addressOf(value)}#${slugOf(name)})`),
	);
	expect(wanted.filter((link) => !readme.includes(link))).toEqual([]);
});

it('every command of README.md is a script of the project', () => {
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
	expect(named.length).toBeGreaterThan(5);
	expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});
