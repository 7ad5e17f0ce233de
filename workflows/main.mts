/**
 * `npm run workflows -- pull FILE` shows what a workflow that was downloaded from the editor changes
 * against its source. What is to stay is then written into the source by hand.
 */
import { readFileSync } from 'node:fs';
import { allWorkflows } from './all.mts';
import { difference, type Exported } from './difference.mts';

const [command, file] = process.argv.slice(2);
if (command !== 'pull' || file === undefined) {
	console.error('Usage: npm run workflows -- pull FILE');
	process.exit(2);
}
const exported = JSON.parse(readFileSync(file, 'utf8')) as Exported & { readonly id?: string };
const all = await allWorkflows();
const source =
	all.find(({ workflow }) => workflow.id === exported.id) ??
	all.find(({ workflow }) => workflow.name === exported.name);
if (!source) {
	console.error(
		`No workflow of the source has the id or the name of ${file} (“${exported.name}”).`,
	);
	process.exit(2);
}
console.log(`${source.workflow.name}, the source ${source.file}.mts → ${file}\n`);
console.log(difference(source.workflow, exported) || 'Nothing is different.');
