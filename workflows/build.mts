/**
 * `npm run build:workflows` writes workflows-templates/*.json; with `--check` it only says what is out of date.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templates } from '../scripts/paths.mts';
import { allWorkflows } from './all.mts';
import { outdated, textOf } from './files.mts';

const all = await allWorkflows();

if (process.argv.includes('--check')) {
	const problems = await outdated(all, templates);
	for (const problem of problems) console.error(`workflows-templates: ${problem}.`);
	if (problems.length > 0) {
		console.error('Run `npm run build:workflows`, and look at the diff.');
		process.exitCode = 1;
	}
} else {
	for (const built of all) {
		writeFileSync(join(templates, `${built.file}.json`), await textOf(built, templates));
	}
	console.log(`${all.length} workflows written to workflows-templates/.`);
}
