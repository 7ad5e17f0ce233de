import { checkLaunch, launchKey } from '../../../../worker/src/automation/launches/checkLaunch.ts';
import type { KnownConnection } from '../../../../worker/src/automation/connection/index.ts';
import { readLaunchForm } from '../../../../worker/src/automation/launches/launchForm.ts';
import { LAUNCHES } from '../../../../worker/src/automation/tables.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const MAIN = { connection_key: 'main', status: 'active', ad_account_id: '549755885175' };
const OTHER = { connection_key: 'other', ad_account_id: '549755885176' };
const ANSWERS = { campaign_name: 'Spring sale', max_daily_budget: 50 };

interface More {
	readonly connections?: readonly KnownConnection[];
	readonly audience?: object;
}

const check = (answers: object = {}, { connections = [MAIN, OTHER], audience }: More = {}) =>
	checkLaunch(
		connections,
		{ form: readLaunchForm({ ...ANSWERS, ...answers }), ...(audience && { audience }) },
		{ id: '17', now: NOW, ceilingPlace: 'the ceiling' },
	);

describe('a launch that may begin', () => {
	it('gives the row that claims its name, and nothing but columns of the table', () => {
		const row = check();
		expect(row).toEqual({
			launch_key: '549755885175:Spring sale',
			campaign_name: 'Spring sale',
			ad_account_id: '549755885175',
			max_daily_budget: 50,
			status: 'waiting',
			claimed_by: '17',
			claimed_at: '2026-11-30T12:00:00.000Z',
			claimed_until: '2026-11-30T12:35:00.000Z',
		});
		expect(Object.keys(LAUNCHES.columns)).toEqual(expect.arrayContaining(Object.keys(row)));
	});

	it('has the same key for names that are the same to a person, in the same ad account', () => {
		const names = ['Café noir', 'Cafe\u0301 noir', ' Café   noir ', 'Café\u00a0noir'];
		expect(new Set(names.map((name) => launchKey('1', name))).size).toBe(1);
		expect(launchKey('1', 'Café')).not.toBe(launchKey('2', 'Café'));
		// As a launch has it: at Pinterest these are two.
		expect(launchKey('1', 'Café')).not.toBe(launchKey('1', 'café'));
	});

	it('is of the connected ad account, or of another that has a row', () => {
		expect(check({ ad_account_id: '549755885175' }).launch_key).toBe(check().launch_key);
		expect(check({ ad_account_id: '549755885176' }).ad_account_id).toBe('549755885176');
	});
});

describe('a launch is refused', () => {
	it.each([
		['no table', [], 'no connection', 'Set up the tables, then connect.'],
		['no row', [{}], 'no connection', 'Set up the tables, then connect.'],
		[
			'a connection that is gone',
			[{ ...MAIN, status: 'unauthorized', message: 'Refused.', hint: 'Connect again.' }],
			'unauthorized). Refused.',
			'Connect again.',
		],
		['another row alone', [{ ...OTHER, status: 'active' }], 'no connection', 'Set up the tables'],
	])('with %s', (_what, connections, message, hint) => {
		expect(() => check({}, { connections })).toThrow(
			expect.objectContaining({
				message: expect.stringContaining(message),
				hint: expect.stringContaining(hint),
			}),
		);
	});

	it.each(['999999999999', '54975588517', 'x'])(
		'for the ad account %s, which is not connected',
		(ad_account_id) => {
			expect(() => check({ ad_account_id })).toThrow('This ad account is not connected');
		},
	);

	it.each([undefined, {}, { pinterest_audience_id: '' }, { pinterest_audience_id: null }])(
		'for an audience whose row is %j',
		(audience) => {
			expect(() => check({ audience: 'Nobody' }, { audience })).toThrow(
				'The audience “Nobody” has not been synced with Pinterest yet.',
			);
			expect(check({ audience: ' ' }, { audience }).launch_key).toBeDefined();
		},
	);
});

describe('the ceiling of a launch', () => {
	const ceiling = (ofForm: unknown, ofMain?: unknown, ofOther?: unknown) => {
		const connections = [
			{ ...MAIN, max_daily_budget: ofMain },
			{ ...OTHER, max_daily_budget: ofOther },
		] as KnownConnection[];
		return (answers: object = {}) =>
			check({ max_daily_budget: ofForm, ...answers }, { connections }).max_daily_budget;
	};

	it.each([50, '50', '50.00', ' 50 '])('is %j', (given) => {
		expect(ceiling(given)()).toBe(50);
	});

	it.each([
		undefined,
		null,
		'',
		0,
		'0',
		'0.00',
		-1,
		'-5',
		'fifty',
		'5e5',
		1e21,
		NaN,
		Infinity,
		true,
		[50],
		{},
	])('%j is none, and nothing is launched', (given) => {
		expect(ceiling(given)).toThrow(
			expect.objectContaining({
				message: 'No ceiling for budgets is set, so nothing is launched.',
				hint: expect.stringContaining('the ceiling'),
			}),
		);
	});

	it('of the ad account’s own row counts before the other, also where it is higher', () => {
		expect(ceiling(50, 200, 7)()).toBe(200);
		expect(ceiling(50, 20, 7)()).toBe(20);
		expect(ceiling(50, 200, 7)({ ad_account_id: OTHER.ad_account_id })).toBe(7);
		expect(ceiling(50, 200, null)({ ad_account_id: OTHER.ad_account_id })).toBe(50);
		expect(ceiling(0, 200)()).toBe(200);
	});

	it('of 0 in the ad account’s row closes it, whatever the other is', () => {
		expect(ceiling(50, 0)).toThrow('No ceiling');
	});
});
