import { createMetricsReport } from '../../../worker/src/index.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

const ID = '549755885175';

/** What the page says of the time zone, for an ad account with this one. */
async function zoneSaid(time_zone: unknown, timeZone?: 'UTC' | 'account') {
	const { context } = fakeContext(
		[({ path }) => json(path.includes('/analytics') ? [] : { id: ID, time_zone })],
		{ adAccountId: ID },
	);
	const { html } = await createMetricsReport(context, { level: 'account', timeZone });
	return /Time zone: ?<\/dt>\s*<dd><bdi>([^<]+)</.exec(html)?.[1];
}

it.each<[string | undefined, 'UTC' | 'account' | undefined, string]>([
	['America/Los_Angeles', undefined, 'UTC'],
	['America/Los_Angeles', 'UTC', 'UTC'],
	['America/Los_Angeles', 'account', 'America/Los_Angeles'],
	[undefined, 'account', 'The ad account’s'],
])('an account in %p, asked for %p, is shown in %s', async (zone, timeZone, said) => {
	expect(await zoneSaid(zone, timeZone)).toBe(said);
});
