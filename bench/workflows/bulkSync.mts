import type { CredentialRef } from '../../scripts/n8n/workflow.mts';
import { atMost, measured, overRounds, type Measurement } from '../shared/report.mts';
import { longestBlock } from './blocks.mts';
import { calledByWebhook } from './called.mts';
import { floorOf } from './floor.mts';
import type { WatchedN8n, WatchedRun } from './watchedN8n.mts';

const OWN = 'benchBulkSync';
const FLOOR = 'benchFloor';
const AUDIENCES = 20;
const MANY = 200;
const CONTACTS = 110;

/** New audiences synced by *bulk sync*, and by the least that could do it. */
export async function measureBulkSync(
	n8n: WatchedN8n,
	credential: CredentialRef,
	rounds: number,
): Promise<Measurement[]> {
	const { api } = n8n.server;
	const [audiences, contacts] = await Promise.all(
		['pinterest_audiences', 'pinterest_contacts'].map(async (name) => await api.table(name)),
	);
	const tables = { audiences: audiences.id, contacts: contacts.id };
	await n8n.publish(...floorOf(FLOOR, tables, credential));
	await n8n.publish(calledByWebhook('pinAdsBulkSync', OWN, credential));
	const add = async (group: string, count: number, active: boolean) => {
		const keys = Array.from({ length: count }, (_, n) => `${group} ${n}`);
		await audiences.insert(keys.map((key) => ({ audience_key: key, name: key, active })));
		const records = keys.flatMap((audience_key) =>
			Array.from({ length: CONTACTS }, (_, n) => ({
				audience_key,
				record: `${audience_key.replaceAll(' ', '.')}.${n}@example.com`,
			})),
		);
		for (let from = 0; from < records.length; from += 1_000)
			await contacts.insert(records.slice(from, from + 1_000));
	};
	const ours: WatchedRun[] = [];
	const floors: WatchedRun[] = [];
	for (let round = 0; round < rounds; round++) {
		await add(`bulk ${round}`, AUDIENCES, true);
		ours.push(await n8n.run(OWN));
		await n8n.writeTable('pinterest_audiences', "DELETE FROM TABLE WHERE name LIKE 'floor%'");
		await add(`floor ${round}`, AUDIENCES, false);
		floors.push(await n8n.run(FLOOR));
	}
	await add('many', MANY, true);
	const many = await n8n.run(OWN);
	return [
		...figures('bulk sync', ours),
		...figures('the floor', floors),
		overRounds(
			'bulk sync’s time / the floor’s',
			ours.map(({ ms }, round) => ms / floors[round].ms),
			'×',
			atMost(2.5),
		),
		overRounds(
			'bulk sync’s CPU time / the floor’s',
			ours.map(({ cpuMs }, round) => cpuMs / floors[round].cpuMs),
			'×',
		),
		measured(`bulk sync of ${MANY} audiences`, many.ms / 1_000, 's'),
		...longestBlock(`bulk sync of ${MANY} audiences`, many),
	];
}

function figures(name: string, runs: readonly WatchedRun[]): Measurement[] {
	const of = (what: string, unit: string, value: (run: WatchedRun) => number) =>
		overRounds(
			`${name}, one audience: ${what}`,
			runs.map((run) => value(run) / AUDIENCES),
			unit,
		);
	return [
		of('time', 'ms', ({ ms }) => ms),
		of('CPU time', 'ms', ({ cpuMs }) => cpuMs),
		of('SQL statements', '', ({ statements }) => statements),
		of('expressions', '', ({ expressions }) => expressions),
		of('sub-executions', '', ({ subExecutions }) => subExecutions),
		of('table operations', '', ({ tableOperations }) => tableOperations),
	];
}
