// `npm run distill -- FILE`: makes the data file that requests are judged by out of Pinterest's openapi.json,
// and the types of it that the worker uses.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { distill } from '../simulator/description/distill.mts';
import { DISTILLED_FILE } from '../simulator/description/files.mts';
import { OPERATIONS } from '../simulator/description/operations.mts';
import { API_TYPES_FILE, apiTypes } from './api-types/api-types.mts';
import { root } from './paths.mts';

const [source] = process.argv.slice(2);
if (!source) {
	console.error(
		'Usage: npm run distill -- FILE   (openapi.json of github.com/pinterest/api-description)',
	);
	process.exit(1);
}
const { text, name, sha256, operations, schemas } = distill(
	readFileSync(source, 'utf8'),
	OPERATIONS,
);
writeFileSync(DISTILLED_FILE, text);
const types = await apiTypes();
writeFileSync(API_TYPES_FILE, types);
console.log(`${name}, sha256 ${sha256}
${operations.kept} of ${operations.of} operations, ${schemas.kept} of ${schemas.of} schemas
written: ${relative(root, DISTILLED_FILE)} (${Math.round(Buffer.byteLength(text) / 1000)} kB)
written: ${relative(root, API_TYPES_FILE)} (${Math.round(Buffer.byteLength(types) / 1000)} kB)`);
