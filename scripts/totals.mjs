// Adds up what the suites named in the arguments have written down. A suite that wrote nothing, or
// not all of it, has failed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './dependencies.mjs';

let passed = 0;
let failed = 0;
for (const suite of process.argv.slice(2)) {
	try {
		const file = join(root, '.work', 'test-results', `${suite}.json`);
		for (const result of JSON.parse(readFileSync(file, 'utf8'))) {
			passed += result.passed;
			failed += result.failed;
		}
	} catch {
		failed += 1;
	}
}
console.log(`${passed} passed, ${failed} failed`);
