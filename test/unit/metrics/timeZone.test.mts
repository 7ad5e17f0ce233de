import { fetchMetrics } from '../../../worker/src/metrics/index.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

const ID = '549755885175';
const NOW = Date.UTC(2026, 10, 24, 0);

function account(time_zone?: unknown, answer = json([])) {
	const { context, requests } = fakeContext(
		[({ path }) => (path.includes('/analytics') ? answer : json({ id: ID, time_zone }))],
		{ adAccountId: ID },
	);
	expect(context.clock.now()).toBe(NOW);
	const asked = () =>
		requests.map(({ path }) => path).filter((path) => path.includes('/analytics'));
	return { context, asked };
}
const input = { level: 'account', timeZone: 'account', period: 'today' } as const;

it.each([
	['America/Los_Angeles', '2026-11-23'],
	['Pacific/Auckland', '2026-11-24'],
	['UTC', '2026-11-24'],
])('today is the account’s, in %s', async (timeZone, today) => {
	const { context, asked } = account(timeZone);
	const { start_date, warnings } = await fetchMetrics(context, input);
	expect(start_date).toBe(today);
	expect(asked()).toEqual([expect.stringContaining('reporting_timezone=AD_ACCOUNT_TIME_ZONE')]);
	expect(warnings).toEqual([
		`The ad account had no activity on ${today} (the ad account’s time zone).`,
	]);
});

it.each([undefined, null, '', 'Middle-earth/Bree', 7])(
	'today is that of UTC, and told so, where the zone is %p',
	async (timeZone) => {
		const { context } = account(timeZone);
		const { start_date, warnings } = await fetchMetrics(context, input);
		expect(start_date).toBe('2026-11-24');
		expect(warnings[0]).toContain('counted from today in UTC');
	},
);

it('asks for no time zone unless told to', async () => {
	const { context, asked } = account('America/Los_Angeles');
	const { start_date } = await fetchMetrics(context, { ...input, timeZone: 'UTC' });
	expect(start_date).toBe('2026-11-24');
	expect(asked()).toEqual([expect.not.stringContaining('reporting_timezone')]);
});

it.each([
	[400, 'invalid'],
	[403, 'forbidden'],
])('says on a %s that not every app may use it', async (status, kind) => {
	const { context } = account('UTC', json({ code: 1, message: 'No.' }, status));
	await expect(fetchMetrics(context, input)).rejects.toMatchObject({
		kind,
		hint: expect.stringMatching(/beta feature.*choose UTC/),
	});
	await expect(fetchMetrics(context, { ...input, timeZone: 'UTC' })).rejects.toMatchObject({
		hint: expect.not.stringContaining('beta'),
	});
});
