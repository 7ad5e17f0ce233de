// `npm run bench -- <name> [--json] [--rounds N]`: measures and prints; nothing here passes or fails.
import { parseArgs } from 'node:util';
import { stopOnSignals } from '../scripts/processes/stop-on-signals.mts';
import { benchAudiences } from './audiences.mts';
import { benchConversions } from './conversions.mts';
import { benchDashboard } from './dashboard.mts';
import { benchMetrics } from './metrics.mts';
import { asJson, table, type Report } from './report.mts';
import { buildWorker } from './workerBuild.mts';
import { benchWorkflows } from './workflows.mts';

const BENCHES: Record<string, (rounds: number) => Promise<Report>> = {
	audiences: benchAudiences,
	conversions: benchConversions,
	dashboard: benchDashboard,
	metrics: benchMetrics,
	workflows: benchWorkflows,
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		rounds: { type: 'string', default: '5' },
	},
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const rounds = Number(values.rounds);
const unknown = names.find((name) => !(name in BENCHES));
if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1) {
	console.error(
		`Usage: npm run bench -- [${Object.keys(BENCHES).join('|')}] [--json] [--rounds N]`,
	);
	process.exit(2);
}

stopOnSignals();
await buildWorker();
const measurements = [];
for (const name of names) {
	const report = await BENCHES[name](rounds);
	measurements.push(...report.measurements.map(asJson));
	if (!values.json) console.log(`${name}\n\n${table(report)}\n`);
}
if (values.json) console.log(JSON.stringify(measurements, null, '\t'));
