/**
 * `npm run bench -- [NAME …] [--json] [--docs] [--rounds N]`: measures and prints; nothing here passes or fails.
 * `--docs` keeps the figures in bench/results, and writes docs/performance.md from what is kept.
 * `--page` only writes that page again, after a change of its words.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stopOnSignals } from '../scripts/processes/stop-on-signals.mts';
import { benchAudiences } from './audiences.mts';
import { benchConversions } from './conversions.mts';
import { benchDashboard } from './dashboard.mts';
import { benchGrowth } from './growth.mts';
import { benchMetrics } from './metrics.mts';
import { benchNode } from './node.mts';
import { CHAPTERS, page, PAGE, type Chapter } from './shared/page.mts';
import { asJson, table, type Report } from './shared/report.mts';
import { circumstances, keep } from './shared/results.mts';
import { buildWorker } from './shared/workerBuild.mts';
import { benchWorkflows } from './workflows.mts';

const BENCHES: Readonly<Record<Chapter, (rounds: number) => Promise<Report>>> = {
	node: benchNode,
	audiences: benchAudiences,
	growth: benchGrowth,
	conversions: benchConversions,
	metrics: benchMetrics,
	workflows: benchWorkflows,
	dashboard: benchDashboard,
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		docs: { type: 'boolean', default: false },
		page: { type: 'boolean', default: false },
		rounds: { type: 'string', default: '5' },
	},
});
const rounds = Number(values.rounds);
const isChapter = (name: string): name is Chapter => CHAPTERS.includes(name as Chapter);
const names = positionals.length > 0 ? positionals.filter(isChapter) : CHAPTERS;
if (names.length < positionals.length || !Number.isInteger(rounds) || rounds < 1) {
	console.error(
		`Usage: npm run bench -- [${CHAPTERS.join('|')}] … [--json] [--docs] [--page] [--rounds N]`,
	);
	process.exit(2);
}

stopOnSignals();
if (!values.page) await measure(names);
if (values.page || values.docs) writeFileSync(PAGE, page());

async function measure(benches: readonly Chapter[]): Promise<void> {
	await buildWorker();
	const where = circumstances(rounds);
	const reports: Array<[Chapter, Report]> = [];
	for (const bench of benches) {
		try {
			console.error(`Measuring: ${bench} …`);
			const report = await BENCHES[bench](rounds);
			reports.push([bench, report]);
			if (values.docs) keep(bench, { circumstances: where, ...report });
		} catch (error) {
			// The others are measured all the same.
			console.error(`${bench} could not be measured.`, error);
			process.exitCode = 1;
		}
	}
	const { machine, node, n8n, load } = where;
	const all = reports.flatMap(([bench, { measurements }]) =>
		measurements.map((one) => asJson(bench, one)),
	);
	if (values.json) console.log(JSON.stringify(all, null, '\t'));
	else
		console.log(`${table(reports)}\n${machine}, Node.js ${node}, n8n ${n8n}, load average ${load}`);
}
