// `npm run types`: makes the types of Pinterest's requests and answers. With `--check` it writes nothing, and
// says whether they are up to date.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../paths.mts';
import { API_TYPES_FILE, apiTypes, apiTypesInUse } from './api-types.mts';

const name = relative(root, API_TYPES_FILE);
const text = await apiTypes();
if (!process.argv.includes('--check')) {
	writeFileSync(API_TYPES_FILE, text);
	console.log(`written: ${name} (${text.split('\n').length - 1} lines)`);
} else if (text !== apiTypesInUse()) {
	console.error(`${name} is not up to date: run \`npm run types\`.`);
	process.exitCode = 1;
}
