// `npm run types`: makes the types of Pinterest's requests and answers.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../paths.mts';
import { API_TYPES_FILE, apiTypes } from './api-types.mts';

const text = await apiTypes();
writeFileSync(API_TYPES_FILE, text);
console.log(`written: ${relative(root, API_TYPES_FILE)} (${text.split('\n').length} lines)`);
