import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import {
	explainedRefusal,
	listColumns,
	withAllColumns,
} from '../../../worker/src/metrics/columns/columnList.ts';
import { LEVEL } from '../../../worker/src/metrics/levels.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

const item = (name: string, more: object = {}) => ({ category: 'ADS', name, ...more });
const ITEMS = [
	item('SPEND_IN_DOLLAR', { display_name: 'Spend', definition: 'What was paid.' }),
	item('CAMPAIGN_NAME'),
	item('NEWLY_ADDED'),
	item('PIN_SAVES', { category: 'ORGANIC' }),
	null,
];
const listing = (answer: unknown = { items: ITEMS }) => fakeContext([() => json(answer)]);

it('lists columns of ads, asked for once', async () => {
	const { context, requests } = listing();
	await listColumns(context);
	expect(await listColumns(context)).toEqual([
		{ name: 'SPEND_IN_DOLLAR', displayName: 'Spend', definition: 'What was paid.' },
		{ name: 'CAMPAIGN_NAME', displayName: null, definition: null },
		{ name: 'NEWLY_ADDED', displayName: null, definition: null },
	]);
	expect(requests).toHaveLength(1);
});

it('takes an answer without a list for none', async () => {
	await expect(listColumns(listing({}).context)).rejects.toMatchObject({ kind: 'unavailable' });
});

it('fills in all with what Pinterest lists today, but nothing that only describes', async () => {
	const { context } = listing();
	const all = await withAllColumns(context, LEVEL.campaign, {
		columnPreset: 'all',
		columns: ['PIN_ID', 'NEWLY_ADDED'],
	});
	expect(all.columns).toEqual(['SPEND_IN_DOLLAR', 'NEWLY_ADDED', 'PIN_ID']);
});

it('asks for the names of what an ad is in along with its numbers', async () => {
	const { context, requests } = listing();
	const { columns } = await withAllColumns(context, LEVEL.ad, { columns: ['CTR'] });
	expect(columns).toEqual(['CAMPAIGN_NAME', 'AD_GROUP_NAME', 'CTR']);
	expect(requests).toEqual([]);
});

describe('a refusal', () => {
	const refused = new PinterestAdsError('invalid', 'Refused', { status: 400, code: 1 });

	it('is explained by the column that Pinterest does not list, and what is like it', async () => {
		const { context } = listing();
		const explained = explainedRefusal(context, refused, ['SPEND_IN_DOLAR', 'CAMPAIGN_NAME']);
		expect(await explained).toMatchObject({
			...{ kind: 'invalid', message: 'Refused', status: 400, code: 1 },
			hint: 'Pinterest does not list this column: SPEND_IN_DOLAR (did you mean SPEND_IN_DOLLAR?). Choose columns from the list.',
		});
	});

	it('is left as it is where all columns are listed, or the list cannot be had', async () => {
		expect(await explainedRefusal(listing().context, refused, ['CAMPAIGN_NAME'])).toBe(refused);
		expect(await explainedRefusal(listing({}).context, refused, ['X'])).toBe(refused);
	});

	it('of another kind is not looked into', async () => {
		const { context, requests } = listing();
		for (const error of [
			new Error('defect'),
			new PinterestAdsError('forbidden', 'No', { status: 403 }),
			new PinterestAdsError('invalid', 'Ours'),
		]) {
			expect(await explainedRefusal(context, error, ['X'])).toBe(error);
		}
		expect(requests).toEqual([]);
	});
});
