import { chooseEndpoint, type EndpointCase } from '../../../worker/src/metrics/endpoint.ts';
import { LEVEL } from '../../../worker/src/metrics/levels.ts';

const TODAY = '2026-03-01';
const choose = (more: Partial<EndpointCase> = {}) =>
	chooseEndpoint({
		level: LEVEL.campaign,
		range: { from: '2026-02-01', to: '2026-02-28' },
		granularity: 'DAY',
		columns: ['SPEND_IN_MICRO_DOLLAR'],
		ids: 3,
		utcToday: TODAY,
		...more,
	});
const chosen = (more: Partial<EndpointCase>) => {
	const { endpoint, windows } = choose(more);
	return [endpoint, windows.length];
};

const THREE = ['SPEND_IN_MICRO_DOLLAR', 'TOTAL_IMPRESSION', 'TOTAL_CLICKTHROUGH'];
const SIX = [...THREE, 'ECTR', 'ECPC_IN_MICRO_DOLLAR', 'ECPM_IN_MICRO_DOLLAR'];
const lastDays = (count: number) => new Date(Date.parse(TODAY) - (count - 1) * 86_400_000);
const days = (count: number): Partial<EndpointCase> => ({
	range: { from: lastDays(count).toISOString().slice(0, 10), to: TODAY },
});
const hours = (count: number): Partial<EndpointCase> => ({ ...days(count), granularity: 'HOUR' });

it.each<[string, Partial<EndpointCase>, 'sync' | 'report', number]>([
	['90 days back', { range: { from: '2025-12-01', to: '2026-02-28' } }, 'sync', 1],
	['91 days back', { range: { from: '2025-11-30', to: '2026-02-28' } }, 'report', 1],
	['91 days back, only old ones', { range: { from: '2025-11-30', to: '2025-11-30' } }, 'report', 1],
	['91 days wide', { range: { from: '2025-12-01', to: TODAY } }, 'sync', 2],
	['20 requests', { ids: 5000 }, 'sync', 1],
	['21 requests', { ids: 5001 }, 'report', 1],
	['21 requests in the sandbox', { ids: 5001, sandbox: true }, 'sync', 1],
	['480,000 figures', { ids: 5000, ...days(16), columns: SIX }, 'sync', 1],
	['more figures', { ids: 5000, ...days(17), columns: SIX }, 'report', 1],
	['more figures by hour', { ids: 5000, ...hours(2), columns: THREE }, 'report', 1],
	[
		'as many days as a total',
		{ ids: 5000, ...days(17), columns: SIX, granularity: 'TOTAL' },
		'sync',
		1,
	],
	[
		'more figures in the sandbox',
		{ ids: 5000, ...days(17), columns: SIX, sandbox: true },
		'sync',
		1,
	],
	['an account, however large', { ids: 5001, level: LEVEL.account }, 'sync', 1],
	['a column of reports', { columns: ['OUTBOUND_CTR'] }, 'report', 1],
	['a column of reports, among others', { columns: ['CTR', 'CPV_IN_MICRO_DOLLAR'] }, 'report', 1],
	['a column of the others', { columns: ['QUIZ_PIN_RESULT_OPEN'], ids: 5001 }, 'sync', 1],
	[
		'hours of a report',
		{
			columns: ['ADS_CREDIT_SPEND_IN_DOLLAR'],
			granularity: 'HOUR',
			range: { from: '2026-02-21', to: TODAY },
		},
		'report',
		3,
	],
	[
		'a total that can be added up',
		{ granularity: 'TOTAL', range: { from: '2025-12-01', to: TODAY }, columns: ['ECTR'] },
		'sync',
		2,
	],
	[
		'a total that cannot',
		{
			granularity: 'TOTAL',
			range: { from: '2025-12-01', to: TODAY },
			columns: ['TOTAL_IMPRESSION_USER'],
		},
		'report',
		1,
	],
])('%s', (_, more, endpoint, windows) => {
	expect(chosen(more)).toEqual([endpoint, windows]);
});

it('says what is missing in the sandbox', () => {
	expect(() => choose({ sandbox: true, columns: ['OUTBOUND_CTR'] })).toThrow(
		'Column Names or IDs: OUTBOUND_CTR can be had from a report only, and Pinterest’s sandbox makes no reports.',
	);
	expect(() => choose({ sandbox: true, range: { from: '2025-11-30', to: TODAY } })).toThrow(
		'From: 2025-11-30 is more than 90 days ago, and Pinterest’s sandbox makes no reports.',
	);
});

it('says that a column and another one cannot be had together', () => {
	expect(() => choose({ columns: ['QUIZ_PIN_RESULT_OPEN', 'OUTBOUND_CTR'] })).toThrow(
		'Column Names or IDs: QUIZ_PIN_RESULT_OPEN cannot be had from a report, and one is needed: OUTBOUND_CTR can be had from a report only.',
	);
});
