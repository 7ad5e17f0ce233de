// What takes the longest of all that the suites have run: the tests themselves, without what is set up before them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './dependencies.mjs';

const SHOWN = 10;

/**
 * The slowest tests in what jest has written down, the slowest first.
 * @param {string} results the folder of the results
 * @returns {{ seconds: string, title: string, file: string }[]}
 */
export function slowestTests(results, shown = SHOWN) {
	if (!existsSync(results)) return [];
	return readdirSync(results)
		.filter((name) => /^jest-.*\.json$/.test(name))
		.flatMap((name) => JSON.parse(readFileSync(join(results, name), 'utf8')).testResults)
		.flatMap(({ name, assertionResults }) =>
			assertionResults.map(({ fullName, duration }) => ({ name, fullName, ms: duration ?? 0 })),
		)
		.sort((a, b) => b.ms - a.ms)
		.slice(0, shown)
		.map(({ name, fullName, ms }) => ({
			seconds: (ms / 1000).toFixed(1),
			title: fullName,
			file: relative(root, name),
		}));
}

if (import.meta.filename === process.argv[1]) {
	console.log(`\nThe ${SHOWN} slowest tests, in seconds:`);
	for (const { seconds, title, file } of slowestTests(join(root, '.work', 'test-results'))) {
		console.log(`${seconds.padStart(7)}  ${title}  (${file})`);
	}
}
