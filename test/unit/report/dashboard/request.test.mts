import {
	dashboardAddress,
	formKey,
	pressedOutcome,
	readDashboardRequest,
} from '../../../../worker/src/report/dashboard/index.ts';
import { NOW } from './rows.mts';

const SECRET = 'secret-of-the-instance';
const KEY = formKey(SECRET, NOW);
const DAY = 86_400_000;
const read = (query: object, form?: object, now = NOW) =>
	readDashboardRequest({ query: query as never, form: form as never }, SECRET, now);

it('shows a week where nothing else is asked for, and reads no more than that takes', () => {
	expect(read({})).toEqual({
		...{ wants: 'page', period: 7, audience_key: '', campaign_id: '', pressed: null },
		...{ metrics_from: '2026-11-01', conversions_from: '2026-11-29T12:00:00.000Z' },
	});
	expect(read({ period: '90' })).toMatchObject({ period: 90, metrics_from: '2026-06-03' });
});

it.each([['8'], ['-7'], [['7', '90']], [{}], [null], ['7 OR 1=1'], ['9'.repeat(1000)]])(
	'takes the period %j for the usual one',
	(period) => {
		expect(read({ period }).period).toBe(7);
	},
);

it('asks Pinterest only about an ID', () => {
	expect(read({ why: '626735565838' })).toMatchObject({
		wants: 'diagnosis',
		campaign_id: '626735565838',
	});
	for (const why of ['1/../2', 'x', '', ['1'], '1'.repeat(31)]) {
		expect(read({ why })).toMatchObject({ wants: 'page', campaign_id: '' });
	}
});

it('syncs the audience of the button, or all', () => {
	expect(read({ period: '14' }, { key: KEY, sync: 'vip' })).toMatchObject({
		...{ wants: 'sync', audience_key: 'vip', period: 14 },
	});
	expect(read({}, { key: KEY, sync_all: '1' }).wants).toBe('sync_all');
	expect(read({}, { key: KEY })).toMatchObject({
		wants: 'nothing',
		pressed: { outcome: 'unknown' },
	});
});

it.each([
	['no key', {}],
	['another key', { key: formKey('another secret', NOW) }],
	['a key of the day before yesterday', { key: formKey(SECRET, NOW - 2 * DAY) }],
	['a list of keys', { key: [KEY] }],
])('does nothing for a form with %s, such as one of another site', (_what, form) => {
	expect(read({}, { ...form, sync: 'vip', sync_all: '1' })).toMatchObject({
		...{ wants: 'nothing', audience_key: '', pressed: { outcome: 'stale', audienceKey: '' } },
	});
});

it('takes the key of a page that was made yesterday', () => {
	expect(read({}, { key: formKey(SECRET, NOW - DAY), sync: 'vip' }).wants).toBe('sync');
});

it('sends a browser to an address that says what came of a button, for a quarter of an hour', () => {
	const address = dashboardAddress(30, { outcome: 'synced', audienceKey: 'a&b="c"' }, NOW);
	expect(address).toMatch(/^\?period=30&done=synced&audience=a%26b%3D%22c%22&at=\d{10}$/);
	const query = Object.fromEntries(new URLSearchParams(address.slice(1)));
	expect(read(query)).toMatchObject({
		...{ period: 30, wants: 'page', pressed: { outcome: 'synced', audienceKey: 'a&b="c"' } },
	});
	expect(read(query, undefined, NOW + 16 * 60_000).pressed).toBeNull();
	expect(read({ ...query, done: 'hacked' }).pressed).toBeNull();
});

it('knows the outcomes of a sync, and takes any other for a failure', () => {
	expect(['synced', 'error', 'skipped', 'resting'].map(pressedOutcome)).toEqual([
		...['synced', 'error', 'skipped', 'resting'],
	]);
	expect([undefined, 'toString', {}].map(pressedOutcome)).toEqual(['failed', 'failed', 'failed']);
});
