import { askForLaunch } from '../../../../worker/src/automation/assistant/index.ts';
import { readLaunchForm } from '../../../../worker/src/automation/launches/index.ts';
import { CHANGES } from '../../../../worker/src/automation/tables.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const CLAIM = { ad_account_id: '549755885175', max_daily_budget: 50 };
const ANSWERS = {
	campaign_name: 'Spring sale',
	objective: 'CONSIDERATION',
	daily_budget: '20.00',
	countries: 'US',
	pin_ids: '813744226420795884, 813744226420795885',
};
const ask = (answers: object = {}, claim: object = CLAIM) =>
	askForLaunch(claim, { form: readLaunchForm({ ...ANSWERS, ...answers }) }, NOW);

it('what a person is asked about a launch says what would be created, in columns of the table', () => {
	const row = ask();
	expect(row).toMatchObject({
		kind: 'launch',
		name: 'Spring sale',
		status: 'waiting',
		ad_account_id: '549755885175',
		asked_at: '2026-11-30T12:00:00.000Z',
	});
	expect(row.summary?.split('\n')).toEqual([
		'Launch the campaign “Spring sale”, paused: nothing is spent until a person switches it on.',
		'Objective: CONSIDERATION',
		'Daily budget: 20.00',
		'Countries: US',
		'Audience: everybody',
		'Pins: 813744226420795884, 813744226420795885',
	]);
	expect(Object.keys(CHANGES.columns)).toEqual(expect.arrayContaining(Object.keys(row)));
});

it('nobody is asked about a launch that would be switched on', () => {
	expect(() => ask({ when_it_stands: 'Switch it on' })).toThrow(/paused, and only so/);
	expect(() => askForLaunch(CLAIM, {}, NOW)).toThrow(/paused, and only so/);
});

it.each([
	['50.01', /50\.01 a day is over the ceiling, 50\.00 a day/],
	['5000', /over the ceiling/],
	['5,000', /Daily budget: /],
	['5e9', /Daily budget: /],
	['-1', /more than 0/],
	['all of it', /Daily budget: /],
	['', /Daily budget: /],
])(
	'nobody is asked about a launch that may spend %s a day under a ceiling of 50',
	(budget, why) => {
		expect(() => ask({ daily_budget: budget })).toThrow(why);
	},
);

it('a launch just at the ceiling is asked about, and one without a ceiling is not', () => {
	expect(ask({ daily_budget: '50' }).summary).toContain('Daily budget: 50');
	expect(() => ask({}, { ad_account_id: '1' })).toThrow(/over the ceiling, 0\.00/);
});
