// `npm run test:fuzz -- [OPERATION…] [--runs N] [--seed N]`: hostile input and hostile answers for every operation, so
// many of each. The seed is printed, and finds the same again.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { table } from '../../scripts/progress.mts';
import { offlineNode } from '../faults/offlineNode.mts';
import { rehearse } from '../faults/rehearsal.mts';
import { hostileAnswers } from './answers.mts';
import { hostileInputs } from './inputs.mts';
import { FUZZED } from './subjects.mts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		runs: { type: 'string', default: '200' },
		seed: { type: 'string', default: String(randomInt(2 ** 31)) },
	},
});
const [numRuns, seed] = [Number(values.runs), Number(values.seed)];
const subjects = FUZZED.filter(
	({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
if (subjects.length === 0 || !(numRuns >= 1) || !Number.isInteger(seed)) {
	console.error('Usage: npm run test:fuzz -- [OPERATION…] [--runs N] [--seed N]');
	process.exit(2);
}
console.log(`Seed: ${seed}`);

const problems: string[] = [];
process.on('unhandledRejection', (error) =>
	problems.push(`unhandled rejection: ${String((error as Error)?.stack ?? error)}`),
);
/** Looking for the smallest that fails goes on for so long. */
const parameters = { seed, numRuns, interruptAfterTimeLimit: 300_000 };
const since = Date.now();
const rows: string[][] = [];
let runs = 0;
const node = await offlineNode();
for (const subject of subjects) {
	const { requests } = await rehearse(node, subject);
	const checks = {
		inputs: hostileInputs(node, subject),
		...(requests.length > 0 && { answers: hostileAnswers(node, subject, requests.length) }),
	};
	for (const [what, property] of Object.entries(checks)) {
		const details = await fc.check(property as fc.IAsyncProperty<[unknown]>, parameters);
		runs += details.numRuns;
		rows.push([subject.name, what, `${details.numRuns}`, details.failed ? 'wrong' : '']);
		if (details.failed) {
			const counterexample = fc.stringify(details.counterexample).slice(0, 1000);
			const error = String((details.errorInstance as Error)?.message).slice(0, 2000);
			problems.push(`${subject.name}, ${what}: ${counterexample}\n${error}`);
		}
		if (process.stderr.isTTY) process.stderr.write(`\r${rows.length} of ${subjects.length * 2} `);
	}
}
// Whatever is left hanging has until now to be noticed.
await new Promise((done) => setTimeout(done, 100));
console.log(`\n${table(['Operation', 'Hostile', 'Runs', ''], rows)}\n`);
const seconds = Math.round((Date.now() - since) / 1000);
console.log(`${runs} runs in ${seconds} s with the seed ${seed}: ${problems.length} wrong.`);
for (const problem of problems) console.error(`\n✗ ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
