import { fetchMetrics } from '../../../worker/src/metrics/index.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

const ACCOUNT = '549755885175';

/** An ad account whose analytics answer as given. */
const account = (answer: unknown) =>
	fakeContext(
		[({ path }) => json(path.includes('/analytics') ? answer : { id: ACCOUNT, currency: 'EUR' })],
		{ adAccountId: ACCOUNT },
	);
const input = { level: 'account', period: 'yesterday' } as const;
const row = { AD_ACCOUNT_ID: ACCOUNT, DATE: '2026-11-23', TOTAL_IMPRESSION: 7 };

it.each([{}, { data: [] }, { code: 7, message: 'jane@example.com' }])(
	'takes %j for no answer',
	async (answer) => {
		const { context } = account(answer);
		await expect(fetchMetrics(context, input)).rejects.toMatchObject({
			name: 'PinterestAdsError',
			kind: 'unavailable',
			message: 'Could not get the metrics: Pinterest answered, but not with a list of rows.',
		});
	},
);

it.each<[object, boolean]>([
	[{ ids: '626735565838' }, true],
	[{ ids: ['626735565838', ACCOUNT] }, true],
	[{ ids: `https://ads.pinterest.com/advertiser/${ACCOUNT}/reporting/` }, false],
	[{ ids: [] }, false],
	[{}, false],
])('says of an ad account with %j whether IDs were left out: %p', async (ids, isSaid) => {
	const { warnings } = await fetchMetrics(account([row]).context, { ...input, ...ids });
	expect(warnings).toEqual(
		isSaid ? [expect.stringContaining('IDs were left out: on this level the numbers are')] : [],
	);
});

it('leaves out rows that are null', async () => {
	const { context } = account([null, row, null]);
	const { rows } = await fetchMetrics(context, input);
	expect(rows).toEqual([expect.objectContaining({ date: '2026-11-23', total_impression: 7 })]);
});

it('asks for no conversions by the hour, and shows them as empty', async () => {
	const { context, requests } = account([{ ...row, HOUR: 3 }]);
	const { rows, warnings } = await fetchMetrics(context, {
		...input,
		granularity: 'HOUR',
		columns: 'TOTAL_IMPRESSION,TOTAL_CHECKOUT',
	});
	const asked = requests.map(({ path }) => path).filter((path) => path.includes('/analytics'));
	expect(asked).toEqual([expect.stringMatching(/columns=TOTAL_IMPRESSION(&|$)/)]);
	expect(rows).toEqual([expect.objectContaining({ total_impression: 7, total_checkout: null })]);
	expect(warnings).toEqual([expect.stringContaining('by the hour')]);
});
