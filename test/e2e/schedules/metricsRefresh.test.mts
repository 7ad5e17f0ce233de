import { callPrivateWebhook } from '../../../scripts/n8n/calls/production.mts';
import type { Row } from '../../../scripts/n8n/tables.mts';
import type { TrueDay } from '../../../simulator/control/groundTruth.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { ConversionTemplates } from '../conversions/conversionTemplates.mts';
import { tableRows, writeN8n } from '../../../scripts/n8n/database/sqlite.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const WORKFLOW = 'pinAdsMetrics';
const TABLE = 'pinterest_metrics';
const DAY_MS = 86_400_000;

let templates: ConversionTemplates;

beforeAll(async () => {
	templates = await ConversionTemplates.start('metrics');
}, 15 * MINUTES);
afterAll(async () => await templates.stop());
afterEach(() => {
	templates.simulator.clearFaults();
	expect(templates.simulator.violations()).toEqual([]);
});

/** Runs it as its schedule does, in a production execution, and waits for its end. */
const refresh = async () =>
	await callPrivateWebhook(templates.n8n.api, 'demo-run-now', { workflowId: WORKFLOW });

const rows = () => tableRows(templates.n8n.folder, TABLE);

const daysAgo = (days: number) =>
	new Date(templates.simulator.now() - days * DAY_MS).toISOString().slice(0, 10);

const truth = (): TrueDay[] =>
	templates.simulator
		.truth({ from: daysAgo(30), to: daysAgo(0) })
		.filter(({ ad_account_id: account }) => account === SEED.adAccountId);

/** The figures of the table, by campaign and day, amounts in micro-currency so that sums are exact. */
const found = () =>
	rows()
		.map((row) => [
			`campaign|${String(row.campaign_id)}|${String(row.date)}|DAY`,
			row.row_key,
			row.currency,
			Math.round(Number(row.spend) * 1e6),
			row.impressions,
			row.engagements,
			row.checkouts ?? 0,
			Math.round(Number(row.checkout_value) * 1e6),
		])
		.sort();

/** The same, summed up over the ads by what really happened. */
function expected() {
	const sums = new Map<string, [number, number, number, number, number]>();
	for (const day of truth()) {
		const key = `campaign|${day.campaign_id}|${day.date}|DAY`;
		const sum = sums.get(key) ?? [0, 0, 0, 0, 0];
		sum[0] += day.spendMicro;
		sum[1] += day.impressions + day.earnedImpressions;
		sum[2] += day.engagements;
		sum[3] += day.clickCheckouts + day.viewCheckouts;
		sum[4] += day.checkoutValueMicro;
		sums.set(key, sum);
	}
	return [...sums].map(([key, sum]) => [key, key, 'USD', ...sum]).sort();
}

/** Gives what happened to an ad on a day other figures. */
function correct(before: TrueDay, facts: Partial<TrueDay>): void {
	const { ad_id: adId, date, ...others } = before;
	templates.simulator.plant({ metrics: [{ ...others, ...facts, adId, date }] });
}

function dayOf(campaignId: string, days: number): TrueDay[] {
	const date = daysAgo(days);
	return truth().filter((day) => day.campaign_id === campaignId && day.date === date);
}

const written = (all: readonly Row[]) =>
	new Map(all.map((row) => [String(row.row_key), `${String(row.id)} ${String(row.updatedAt)}`]));

/** How often the error handler has been told of this workflow. */
const toldSoFar = () =>
	tableRows(templates.n8n.folder, 'pinterest_errors').filter(
		({ workflow_id: id }) => id === WORKFLOW,
	).length;

describe('the metrics table', () => {
	it(
		'has a row for each campaign and day on which something happened, archived campaigns included',
		async () => {
			expect((await refresh()).status).toBe(200);
			expect(found()).toEqual(expected());
			const names = new Map(rows().map((row) => [row.campaign_id, row.campaign_status]));
			expect(names.get(SEED.campaigns.running)).toBe('ACTIVE');
			expect(names.get(SEED.campaigns.archived)).toBe('ARCHIVED');
		},
		2 * MINUTES,
	);

	it(
		'follows what changes on older days, and leaves what did not change alone',
		async () => {
			const before = rows();
			const { running, archived } = SEED.campaigns;
			// Late conversions on the oldest day that is read, and one on a day that had no row.
			const [late] = dayOf(running, 30);
			correct(late, { clickCheckouts: late.clickCheckouts + 7, checkoutValueMicro: 123_456_789 });
			const [sleeping] = dayOf(archived, 25);
			correct({ ...sleeping, date: daysAgo(3) }, { viewCheckouts: 2, spendMicro: 0 });
			// Taken back altogether.
			for (const { ad_id: adId, date } of dayOf(archived, 24))
				templates.simulator.plant({ metrics: [{ adId, date }] });
			expect(found()).not.toEqual(expected());
			expect((await refresh()).status).toBe(200);
			expect(found()).toEqual(expected());
			const after = written(rows());
			const touched = [...written(before)]
				.filter(([key, stamp]) => after.get(key) !== stamp)
				.map(([key]) => key)
				.sort();
			expect(touched).toEqual([
				`campaign|${running}|${daysAgo(30)}|DAY`,
				`campaign|${archived}|${daysAgo(24)}|DAY`,
			]);
			expect(after.size).toBe(before.length);
		},
		2 * MINUTES,
	);

	it(
		'is completed where a run was cut off, and days outside of the period and other campaigns stay',
		async () => {
			const { folder, api } = templates.n8n;
			const figures = await api.table(TABLE);
			const half = rows().length >> 1;
			const table = `data_table_user_${figures.id}`;
			writeN8n(folder, `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} LIMIT ${half})`);
			writeN8n(folder, `UPDATE ${table} SET spend = spend + 1 WHERE id % 2 = 0`);
			const others = [
				{ row_key: 'campaign|1|2020-01-01|DAY', date: '2020-01-01', campaign_id: '1' },
				{ row_key: `campaign|1|${daysAgo(2)}|DAY`, date: daysAgo(2), campaign_id: '1' },
			];
			await figures.insert(others);
			await refresh();
			expect(rows().filter(({ campaign_id: campaign }) => campaign === '1')).toMatchObject(others);
			await figures.delete('campaign_id', '1');
			expect(found()).toEqual(expected());
		},
		2 * MINUTES,
	);

	it(
		'has every row once though two runs write it at the same time, or did so before',
		async () => {
			const { folder, api } = templates.n8n;
			const figures = await api.table(TABLE);
			writeN8n(folder, `DELETE FROM data_table_user_${figures.id}`);
			await Promise.all([refresh(), refresh()]);
			expect(found()).toEqual(expected());
			const [{ row_key, date, campaign_id }] = rows();
			await figures.insert([{ row_key, date, campaign_id, spend: 0 }]);
			expect(found()).not.toEqual(expected());
			await refresh();
			expect(found()).toEqual(expected());
		},
		2 * MINUTES,
	);

	it(
		'stays as it is when Pinterest does not answer, and the error handler is told',
		async () => {
			const before = rows();
			const told = toldSoFar();
			templates.simulator.addFault({
				match: { operationId: 'campaigns/analytics' },
				fault: '429',
				resetSeconds: 7_200,
			});
			const [late] = dayOf(SEED.campaigns.running, 10);
			correct(late, { clickCheckouts: late.clickCheckouts + 1 });
			await refresh();
			const [{ node, message }, ...others] = await templates.told(WORKFLOW, told);
			expect(others).toEqual([]);
			expect(node).toBe('Campaign metrics');
			expect(message).toMatch(/rate limit/i);
			expect(rows()).toEqual(before);
			templates.simulator.clearFaults();
			await refresh();
			expect(found()).toEqual(expected());
		},
		2 * MINUTES,
	);
});
