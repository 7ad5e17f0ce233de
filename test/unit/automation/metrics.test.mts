import fc from 'fast-check';
import {
	compareMetrics,
	doublesIn,
	type Figures,
	type KeptMetrics,
} from '../../../worker/src/automation/metrics/compareMetrics.ts';
import { ROWS_AT_ONCE, rowsAtOnce } from '../../../worker/src/automation/metrics/rowsAtOnce.ts';
import { METRICS } from '../../../worker/src/automation/tables.ts';

const NOW = Date.parse('2026-11-30T06:00:00Z');
const FIRST_DAY = '2026-11-01';
const LAST_DAY = '2026-11-05';

const keyOf = (campaign: string, date: string) => `campaign|${campaign}|${date}|DAY`;

const figuresOf = (campaign: string, date: string, more: object = {}): Figures => ({
	row_key: keyOf(campaign, date),
	level: 'campaign',
	granularity: 'DAY',
	ad_account_id: '549755885175',
	id: campaign,
	name: `Campaign ${campaign}`,
	status: 'ACTIVE',
	date,
	start_date: FIRST_DAY,
	end_date: LAST_DAY,
	currency: 'EUR',
	spend: 12.5,
	total_impression: 100,
	total_clickthrough: 10,
	outbound_click_1: 5,
	total_engagement: 20,
	total_conversions: 2,
	total_checkout: null,
	total_checkout_value: 0,
	ctr: 0.1,
	...more,
});

const COLUMNS = {
	campaign_name: 'Campaign 1',
	campaign_status: 'ACTIVE',
	currency: 'EUR',
	spend: 12.5,
	impressions: 100,
	clicks: 10,
	outbound_clicks: 5,
	engagements: 20,
	conversions: 2,
	checkouts: null,
	checkout_value: 0,
};

const rowOf = (id: number, campaign: string, date: string, more: object = {}): KeptMetrics => ({
	...{ id, row_key: keyOf(campaign, date), date, campaign_id: campaign },
	...COLUMNS,
	campaign_name: `Campaign ${campaign}`,
	refreshed_at: '2026-11-29T06:00:00.000Z',
	createdAt: '2026-11-29T06:00:00.000Z',
	updatedAt: '2026-11-29T06:00:00.000Z',
	...more,
});

describe('comparing figures with the table', () => {
	it('adds a row with the columns of the table and nothing else', () => {
		const { add, remove } = compareMetrics([figuresOf('1', '2026-11-02')], [{}], NOW);
		const row = { row_key: keyOf('1', '2026-11-02'), date: '2026-11-02', campaign_id: '1' };
		expect(add).toEqual([{ ...row, ...COLUMNS, refreshed_at: '2026-11-30T06:00:00.000Z' }]);
		expect(Object.keys(add[0]).sort()).toEqual(Object.keys(METRICS.columns).sort());
		expect(remove).toEqual([]);
	});

	const day = '2026-11-02';
	it.each<
		[what: string, figures: Figures[], rows: KeptMetrics[], added: string[], removed: number[]]
	>([
		['the same', [figuresOf('1', day)], [rowOf(1, '1', day)], [], []],
		['another amount', [figuresOf('1', day, { spend: 13 })], [rowOf(1, '1', day)], ['1'], [1]],
		['another name', [figuresOf('1', day, { name: 'New' })], [rowOf(1, '1', day)], ['1'], [1]],
		[
			'nothing where there was a number',
			[figuresOf('1', day, { total_conversions: undefined })],
			[rowOf(1, '1', day)],
			['1'],
			[1],
		],
		[
			'a number where there was nothing',
			[figuresOf('1', day, { total_checkout: 1 })],
			[rowOf(1, '1', day)],
			['1'],
			[1],
		],
		[
			'a day that has no figures any more',
			[figuresOf('1', day)],
			[rowOf(1, '1', day), rowOf(2, '1', '2026-11-03')],
			[],
			[2],
		],
		[
			'a campaign without any figures',
			[figuresOf('1', day)],
			[rowOf(1, '1', day), rowOf(2, '2', day)],
			[],
			[],
		],
		[
			'a day after the last one asked for',
			[figuresOf('1', day)],
			[rowOf(1, '1', day), rowOf(2, '1', '2026-11-06')],
			[],
			[],
		],
		['a row twice', [figuresOf('1', day)], [rowOf(1, '1', day), rowOf(2, '1', day)], [], [1]],
		[
			'a row twice, the later one wrong',
			[figuresOf('1', day)],
			[rowOf(1, '1', day), rowOf(2, '1', day, { spend: 0 })],
			['1'],
			[1, 2],
		],
		[
			'a row twice of a campaign without figures',
			[figuresOf('1', day)],
			[rowOf(1, '1', day), rowOf(2, '2', day), rowOf(3, '2', day)],
			[],
			[2],
		],
		[
			'a row without a key',
			[figuresOf('1', day)],
			[rowOf(1, '1', day), { ...rowOf(2, '1', day), row_key: null }],
			[],
			[],
		],
		['no figures', [], [rowOf(1, '1', day)], [], []],
	])('%s', (_, figures, rows, added, removed) => {
		const { add, remove } = compareMetrics(figures, rows, NOW);
		expect(add.map(({ campaign_id: campaign }) => campaign)).toEqual(added);
		expect(remove).toEqual(removed);
	});

	it.each([{ level: 'ad' }, { granularity: 'WEEK' }, { granularity: undefined }])(
		'refuses figures that the table has no rows for: %j',
		(more) => {
			const compare = () =>
				compareMetrics([figuresOf('1', day), figuresOf('2', day, more)], [], NOW);
			expect(compare).toThrow('The table keeps figures of campaigns by day, and these are not.');
		},
	);

	it('is linear in what it compares', () => {
		const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'];
		const all = Array.from({ length: 20_000 }, (_, n) => String(n)).flatMap((campaign) =>
			days.map((date) => figuresOf(campaign, date)),
		);
		const rows = all.map(({ id, date }, n) => rowOf(n, String(id), String(date)));
		expect(compareMetrics(all, rows, NOW)).toEqual({ add: [], remove: [] });
	});
});

const DAYS = ['2026-10-31', '2026-11-01', '2026-11-03', LAST_DAY, '2026-11-06'];
const campaign = fc.constantFrom('1', '2', '3', '4');
const amount = fc.constantFrom(0, 1, 2.5, null);
const asked = fc.uniqueArray(
	fc.record({ campaign, date: fc.constantFrom(...DAYS.slice(1, 4)), spend: amount }),
	{ selector: ({ campaign, date }) => keyOf(campaign, date), minLength: 1 },
);
const kept = fc.array(fc.record({ campaign, date: fc.constantFrom(...DAYS), spend: amount }));

it.each([
	[4.291852, 4.2918520000000004, 0],
	[4.291852, 4.291853, 1],
	[0, 0.000001, 1],
])('%f is taken for %f as SQLite gives it back: %i changed', (spend, kept, changed) => {
	const rows = [rowOf(1, '1', FIRST_DAY, { spend: kept })];
	const { add } = compareMetrics([figuresOf('1', FIRST_DAY, { spend })], rows, NOW);
	expect(add).toHaveLength(changed);
});

describe('whatever the table holds', () => {
	it('equals the figures afterwards, each row once, and nothing else has been touched', () => {
		fc.assert(
			fc.property(asked, kept, (askedFor, before) => {
				const figures = askedFor.map(({ campaign, date, spend }) =>
					figuresOf(campaign, date, { spend }),
				);
				const rows = before.map(({ campaign, date, spend }, n) =>
					rowOf(n + 1, campaign, date, { spend }),
				);
				// Only rows since the first day are read; the last day is for the comparison to see.
				const isRead = ({ date }: KeptMetrics) => String(date) >= FIRST_DAY;
				const read = rows.filter(isRead);
				const { add, remove } = compareMetrics(figures, read, NOW);
				const after = [
					...rows.filter(({ id }) => !remove.includes(Number(id))),
					...add.map((row, n): KeptMetrics => ({ ...row, id: rows.length + n + 1 })),
				];
				const campaigns = new Set<string>(askedFor.map((one) => one.campaign));
				const isMeant = ({ campaign_id: id, date }: KeptMetrics) =>
					campaigns.has(String(id)) && String(date) >= FIRST_DAY && String(date) <= LAST_DAY;
				const short = ({ row_key: key, spend }: KeptMetrics) => `${String(key)} ${String(spend)}`;
				expect(after.filter(isMeant).map(short).sort()).toEqual(
					askedFor.map((one) => `${keyOf(one.campaign, one.date)} ${String(one.spend)}`).sort(),
				);
				// Foreign campaigns lose their doubles; other days not even these.
				const foreign = (all: readonly KeptMetrics[]) => all.filter((row) => !isMeant(row));
				const doubles = doublesIn(foreign(read).filter(({ date }) => String(date) <= LAST_DAY));
				expect(foreign(after)).toEqual(
					foreign(rows).filter(({ id }) => !doubles.includes(Number(id))),
				);
				expect(new Set(remove).size).toBe(remove.length);
				// What was right has not been written again.
				const again = compareMetrics(figures, after.filter(isRead), NOW);
				expect(again).toEqual({ add: [], remove: [] });
			}),
		);
	});

	it('has each row once after any number of runs that saw the same table and wrote in any order', () => {
		fc.assert(
			fc.property(asked, kept, fc.integer({ min: 2, max: 4 }), (askedFor, before, runs) => {
				const figures = askedFor.map((one) => figuresOf(one.campaign, one.date, one));
				let table = before.map((one, n) => rowOf(n + 1, one.campaign, one.date, one));
				let last = table.length;
				const changes = Array.from({ length: runs }, () => compareMetrics(figures, table, NOW));
				for (const { add } of changes) {
					table = [...table, ...add.map((row): KeptMetrics => ({ ...row, id: ++last }))];
				}
				const gone = new Set([...changes.flatMap(({ remove }) => remove), ...doublesIn(table)]);
				table = table.filter(({ id }) => !gone.has(Number(id)));
				expect(compareMetrics(figures, table, NOW)).toEqual({ add: [], remove: [] });
			}),
		);
	});
});

describe('rows that are removed at once', () => {
	it.each([0, 1, 2, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 3 * ROWS_AT_ONCE - 1])('%i rows', (count) => {
		const ids = Array.from({ length: count }, (_, n) => n + 1);
		const groups = rowsAtOnce(ids);
		expect(groups).toHaveLength(Math.ceil(count / ROWS_AT_ONCE));
		for (const group of groups) expect(Object.keys(group)).toHaveLength(ROWS_AT_ONCE);
		expect([...new Set(groups.flatMap((group) => Object.values(group)))]).toEqual(ids);
	});
});
