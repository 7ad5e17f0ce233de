import { CAMPAIGNS } from '../metrics/campaigns.mts';
import { overRounds, measured, type Measurement } from '../shared/report.mts';
import { longestBlock } from './blocks.mts';
import { calledByWebhook } from './called.mts';
import { withThousandCampaigns } from './pinterest.mts';
import type { WatchedN8n, WatchedRun } from './watchedN8n.mts';

const OWN = 'benchMetrics';
const TABLE = 'pinterest_metrics';
/** 30 days and today. */
const ROWS = CAMPAIGNS * 31;
const CHANGED_EVERY = 31;

/** What there is to do, and what makes it so. */
const CASES: ReadonlyArray<readonly [name: string, before: string]> = [
	['the first time', 'DELETE FROM TABLE'],
	['nothing has changed', 'UPDATE TABLE SET spend = spend WHERE 0'],
	['a 31st has changed', `UPDATE TABLE SET spend = spend + 1 WHERE id % ${CHANGED_EVERY} = 0`],
];

/** 31,000 rows of a thousand campaigns, against a server that answers from memory. */
export async function measureMetricsRefresh(
	n8n: WatchedN8n,
	rounds: number,
): Promise<Measurement[]> {
	return await withThousandCampaigns(n8n, async (credential) => {
		await n8n.publish(calledByWebhook('pinAdsMetrics', OWN, credential));
		const runs = new Map<string, WatchedRun[]>(CASES.map(([name]) => [name, []]));
		for (let round = 0; round < rounds; round++) {
			for (const [name, before] of CASES) {
				await n8n.writeTable(TABLE, before);
				const run = await n8n.run(OWN);
				await expectRows(n8n);
				runs.get(name)?.push(run);
			}
		}
		return [...runs].flatMap(([name, all]) => figures(`metrics refresh, ${name}`, all));
	});
}

async function expectRows(n8n: WatchedN8n): Promise<void> {
	const { id } = await n8n.server.api.table(TABLE);
	const [{ count }] = n8n.query(`SELECT count(*) AS count FROM data_table_user_${id}`);
	if (count !== ROWS) throw new Error(`The table has ${String(count)} rows and not ${ROWS}.`);
}

function figures(name: string, runs: readonly WatchedRun[]): Measurement[] {
	const seconds = (of: (run: WatchedRun) => number) => runs.map((run) => of(run) / 1_000);
	const worst = runs.toSorted((one, other) => longest(other) - longest(one))[0];
	return [
		overRounds(
			`${name}`,
			seconds(({ ms }) => ms),
			's',
		),
		overRounds(
			`${name}, CPU time`,
			seconds(({ cpuMs }) => cpuMs),
			's',
		),
		measured(`${name}, SQL statements`, runs[0].statements, 'statements'),
		...longestBlock(name, worst),
	];
}

const longest = ({ blocks }: WatchedRun) => Math.max(0, ...blocks.map(({ ms }) => ms));
