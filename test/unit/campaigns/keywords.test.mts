import { addKeywords, listKeywords } from '../../../worker/src/campaigns/index.ts';
import type { HttpRequest } from '../../../worker/src/ports.ts';
import { fakeContext, json } from '../client/fakePorts.mts';
import { adAccountId } from './fakeAdsApi.mts';

interface Sent {
	keywords: Array<{ match_type: string; value: string }>;
}

const empty = json({ items: [] });

async function errorOf(input: Record<string, unknown>) {
	const { context, requests } = fakeContext([empty]);
	const [outcome] = await addKeywords(context, [{ adAccountId, ...input }]);
	if (outcome.ok) throw new Error('It was accepted.');
	expect(requests).toEqual([]);
	return outcome.error;
}

describe('keywords are refused before anything is sent', () => {
	it.each([
		[{ adGroupId: '8', keywords: [] }, 'Keywords: is empty'],
		[{ adGroupId: '8' }, 'Keywords: is missing'],
		[{ keywords: 'sofa' }, 'Ad Group: is missing'],
		[{ parent: 'campaign', keywords: '-sofa' }, 'Campaign: is missing'],
		[{ adGroupId: '8', keywords: ['ok', 'x'.repeat(121)] }, 'Keywords 2.: must not be longer than'],
		[{ adGroupId: '8', keywords: '[sofa' }, 'Keywords 1.: has no closing quote or bracket'],
		[{ adGroupId: '8', keywords: '[ ]' }, 'Keywords 1.: must not be empty'],
		[{ adGroupId: '8', keywords: [{ matchType: 'EXACT' }] }, 'Keywords 1.: has no value'],
		[
			{ adGroupId: '8', keywords: [{ value: 'sofa', matchType: 'NEAR' }] },
			'Keywords 1.: Match Type must be one of BROAD',
		],
		[{ campaignId: '7', keywords: '[sofa]' }, 'is EXACT, but campaigns and ad accounts take'],
		[{ parent: 'adAccount', keywords: 'sofa' }, 'is BROAD, but campaigns and ad accounts take'],
	])('%j', async (input, message) => {
		const error = await errorOf(input);
		expect(error.kind).toBe('invalid');
		expect(error.message).toContain(message);
	});
});

it('takes objects with Pinterest’s names or ours, and 120 characters', async () => {
	const { context, requests } = fakeContext([
		({ method, body }: HttpRequest) =>
			method === 'GET'
				? empty
				: json({ keywords: (body as Sent).keywords.map((one, n) => ({ ...one, id: `${n}` })) }),
	]);
	const longest = 'x'.repeat(120);
	const keywords = [
		{ value: ' [kept] ', matchType: 'exact' },
		{ value: 'blue sofa', match_type: 'PHRASE_NEGATIVE' },
		{ value: '"sofa bed"' },
		longest,
		2026,
	];
	const [outcome] = await addKeywords(context, [{ adAccountId, adGroupId: '8', keywords }]);
	expect(outcome.ok).toBe(true);
	expect(requests[1].body).toEqual({
		parent_id: '8',
		keywords: [
			{ match_type: 'EXACT', value: '[kept]' },
			{ match_type: 'PHRASE_NEGATIVE', value: 'blue sofa' },
			{ match_type: 'PHRASE', value: 'sofa bed' },
			{ match_type: 'BROAD', value: longest },
			{ match_type: 'BROAD', value: '2026' },
		],
	});
});

it('asks for at most 100 keywords with one request', async () => {
	const { context, requests } = fakeContext([
		({ method, body }: HttpRequest) =>
			method === 'GET'
				? empty
				: json({ keywords: (body as Sent).keywords.map((one) => ({ ...one, id: '1' })) }),
	]);
	const keywords = Array.from({ length: 230 }, (_, n) => `sofa ${n}`);
	await addKeywords(context, [{ adAccountId, adGroupId: '8', keywords }]);
	const sizes = requests.slice(1).map(({ body }) => (body as Sent).keywords.length);
	expect(sizes).toEqual([100, 100, 30]);
});

it('neither repeats nor invents a keyword that the answer is silent about', async () => {
	const { context, requests } = fakeContext([
		({ method }: HttpRequest) => (method === 'GET' ? empty : json({ keywords: [], errors: [] })),
	]);
	const [outcome] = await addKeywords(context, [{ adAccountId, adGroupId: '8', keywords: 'sofa' }]);
	expect(outcome).toMatchObject({
		ok: false,
		error: { kind: 'outcome-unknown', message: expect.stringContaining('“sofa” (BROAD)') },
	});
	expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('passes over what is archived or belongs to another level', async () => {
	const items = [
		{ id: '1', match_type: 'BROAD', value: 'sofa', parent_id: '9' },
		{ id: '2', match_type: 'BROAD', value: 'sofa', parent_id: 'AG8' },
	];
	const { context } = fakeContext([() => json({ items })]);
	expect(await listKeywords(context, { adAccountId, adGroupId: '8' })).toMatchObject([{ id: '2' }]);
});
