// `npm run test:faults -- [OPERATION…] [--processes N]`: every operation under every fault at each of its requests, and
// pairs of faults where failures cost the most. docs/reliability.md says what is judged.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { table } from '../../scripts/progress.mts';
import { runTasks } from './crew.mts';
import { IN_PAIRS } from './faultCases.mts';
import { SUBJECTS } from './subjects.mts';
import { added, rowsOf, type Tally } from './tally.mts';
import type { Task } from './task.mts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { processes: { type: 'string', default: String(Math.min(4, availableParallelism())) } },
});
const processes = Number(values.processes);
const subjects = SUBJECTS.filter(
	({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
if (subjects.length === 0 || !Number.isInteger(processes) || processes < 1) {
	console.error('Usage: npm run test:faults -- [OPERATION…] [--processes N]');
	process.exit(2);
}

/** Small enough that no process is left working alone for long. */
const PARTS = 12;
const parts = (subject: string, faults: Task['faults'], of: number): Task[] =>
	Array.from({ length: of }, (_, part) => ({ subject, faults, part, of }));
const tasks = subjects.flatMap(({ name, operation }) => [
	...(IN_PAIRS.includes(operation) ? parts(name, 'pairs', PARTS) : []),
	...parts(name, 'single', operation === 'campaign:duplicate' ? PARTS : 1),
]);

const since = Date.now();
const tallies = new Map<string, Tally[]>();
let done = 0;
await runTasks(tasks, processes, ({ subject, faults }, tally) => {
	const name = `${subject.split(' ')[0]}${faults === 'pairs' ? ', two faults' : ''}`;
	tallies.set(name, [...(tallies.get(name) ?? []), tally]);
	done += 1;
	if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${tasks.length} `);
});
const byOperation = new Map([...tallies].map(([name, all]) => [name, added(all)]));
const all = added([...byOperation.values()]);
const [head, ...rows] = rowsOf(byOperation);
console.log(`\n${table(head, rows)}\n`);
const seconds = Math.round((Date.now() - since) / 1000);
console.log(
	`${all.cases} cases in ${seconds} s: ${all.cases - all.wrong} as they should be, ${all.wrong} wrong.`,
);
for (const problem of all.problems) console.error(`\n✗ ${problem}`);
process.exitCode = all.wrong === 0 ? 0 : 1;
