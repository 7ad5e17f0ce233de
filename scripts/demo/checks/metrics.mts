import assert from 'node:assert/strict';
import type { Row } from '../../n8n/tables.mts';
import type { SimulatorProcess } from '../../processes/simulator.mts';

/** Whole numbers, amounts in micro-currency, so that sums are exact. */
interface Figures {
	readonly spend: number;
	readonly impressions: number;
	readonly engagements: number;
	readonly checkoutValue: number;
}

/**
 * Compares the rows of the metrics table with the figures that the simulator has made up: for every
 * campaign and day on which something happened there is one row, and it says the same.
 * @returns what was compared, in words
 */
export async function checkMetrics(
	simulator: SimulatorProcess,
	rows: readonly Row[],
): Promise<string> {
	assert.ok(rows.length > 0, 'the table has no row of these days');
	const days = rows.map(({ date }) => String(date)).sort();
	const [from, to] = [days[0], days.at(-1)!];
	const found = rows.map((row): [string, Figures] => [
		`${String(row.campaign_id)} ${String(row.date)}`,
		{
			spend: micro(row.spend),
			impressions: Number(row.impressions),
			engagements: Number(row.engagements),
			checkoutValue: micro(row.checkout_value),
		},
	]);
	const byKey = (a: [string, Figures], b: [string, Figures]) => (a[0] < b[0] ? -1 : 1);
	assert.deepEqual(found.sort(byKey), [...(await trueFigures(simulator, from, to))].sort(byKey));
	return `${rows.length} rows, ${from} to ${to}`;
}

/** By campaign and day, summed up over the ads. */
async function trueFigures(
	simulator: SimulatorProcess,
	from: string,
	to: string,
): Promise<Map<string, Figures>> {
	const { seed } = await simulator.status();
	const sums = new Map<string, Figures>();
	for (const day of await simulator.truth(from, to)) {
		if (day.ad_account_id !== seed.adAccountId) continue;
		const key = `${day.campaign_id} ${day.date}`;
		const sum = sums.get(key) ?? { spend: 0, impressions: 0, engagements: 0, checkoutValue: 0 };
		sums.set(key, {
			spend: sum.spend + day.spendMicro,
			impressions: sum.impressions + day.impressions + day.earnedImpressions,
			engagements: sum.engagements + day.engagements,
			checkoutValue: sum.checkoutValue + day.checkoutValueMicro,
		});
	}
	return sums;
}

const micro = (amount: unknown) => Math.round(Number(amount) * 1_000_000);
