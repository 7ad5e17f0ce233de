import {
	addKeywords,
	archiveKeywords,
	listKeywords,
} from '../../../../worker/src/campaigns/index.ts';
import type { AskedRequest, MadeUpAnswer } from '../../../../simulator/api/faults.mts';
import type { SentRequest } from '../../../../simulator/inMemory.mts';
import { untyped } from '../../../untyped.mts';
import { fakeContext, fault, json } from '../../client/fakePorts.mts';
import { adAccountId, api } from '../adsInMemory.mts';

const INPUT = { adAccountId, adGroupId: '8' };

interface Sent {
	parent_id: string;
	keywords: Array<{ match_type: string; value: string }>;
}

async function errorOf(input: Record<string, unknown>) {
	const { context, requests } = api();
	const [outcome] = await addKeywords(context, [untyped({ adAccountId, ...input })]);
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
	const { context, requests } = api();
	const longest = 'x'.repeat(120);
	const keywords = [
		{ value: ' [kept] ', matchType: 'exact' },
		{ value: 'blue sofa', match_type: 'PHRASE_NEGATIVE' },
		{ value: '"sofa bed"' },
		longest,
		2026,
	];
	const [outcome] = await addKeywords(context, [{ ...INPUT, keywords: untyped(keywords) }]);
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
	const { context, requests } = api();
	const keywords = Array.from({ length: 230 }, (_, n) => `sofa ${n}`);
	await addKeywords(context, [{ ...INPUT, keywords }]);
	const sizes = requests.slice(1).map(({ body }) => (body as Sent).keywords.length);
	expect(sizes).toEqual([100, 100, 30]);
});

it('neither repeats nor invents a keyword that the answer is silent about', async () => {
	const { context, pinterest, posted } = api();
	pinterest.answerWith({ method: 'POST' }, { body: { keywords: [], errors: [] } });
	const [outcome] = await addKeywords(context, [{ ...INPUT, keywords: 'sofa' }]);
	expect(outcome).toMatchObject({
		ok: false,
		error: { kind: 'outcome-unknown', message: expect.stringContaining('“sofa” (BROAD)') },
	});
	expect(posted()).toHaveLength(1);
});

it('passes over what is archived or belongs to another level', async () => {
	const items = [
		{ id: '1', match_type: 'BROAD', value: 'sofa', parent_id: '9' },
		{ id: '2', match_type: 'BROAD', value: 'sofa', parent_id: 'AG8' },
	];
	const { context, pinterest } = api();
	pinterest.answerWith('/keywords', { body: { items } });
	expect(await listKeywords(context, { adAccountId, adGroupId: '8' })).toMatchObject([{ id: '2' }]);
});

describe('a lost or odd answer', () => {
	type Odd = MadeUpAnswer | Error | undefined;

	/** Keywords listed after a lag. @param odd answers in place of the real ones, once it is done */
	function keywordApi(lagMs: number, odd: (request: SentRequest) => Odd) {
		const held = api();
		const { pinterest } = held;
		pinterest.settings({ listLagMs: lagMs });
		pinterest.plant({ adGroups: [{ id: '9' }] });
		pinterest.changeAnswers((answer, request) => {
			const instead = odd(request);
			return instead instanceof Error ? instead : { ...answer, ...instead };
		});
		return { ...held, sleeps: pinterest.sleeps, keywords: pinterest.world.keywords };
	}

	it.each([0, 3000, 60_000])(
		'is found under a lag of %i ms, and nothing added twice',
		async (lag) => {
			const fake = keywordApi(lag, ({ method }) =>
				method === 'POST' ? fault('no-answer') : undefined,
			);
			const keywords = Array.from({ length: 150 }, (_, n) => `sofa ${n}`);
			const [outcome] = await addKeywords(fake.context, [{ ...INPUT, keywords }]);
			expect(outcome).toMatchObject({ ok: true, record: { added_count: 150, failed_count: 0 } });
			expect(outcome.ok && outcome.record.keywords.every(({ recovered }) => recovered)).toBe(true);
			expect(fake.keywords.size).toBe(150);
			expect(fake.sleeps.reduce((sum, ms) => sum + ms)).toBeLessThanOrEqual(66_000);
		},
	);

	const isPostTo = (parent: string, { method, body }: SentRequest) =>
		method === 'POST' && (body as { parent_id: string }).parent_id === parent;

	it.each<[string, MadeUpAnswer | Error]>([
		['junk', { body: { items: 'junk' } }],
		['elements without an ID', { body: { items: [{ value: 'sofa' }] } }],
		['a defect', new TypeError('x is not a function')],
	])('costs no other parent its keywords where the look sees %s', async (_what, seen) => {
		let posted = false;
		const fake = keywordApi(0, (request) => {
			if (isPostTo('8', request)) {
				posted = true;
				return fault('no-answer');
			}
			return posted && request.path.includes('ad_group_id=8') ? seen : undefined;
		});
		const outcomes = await addKeywords(fake.context, [
			{ adAccountId, adGroupId: '8', keywords: 'sofa' },
			{ adAccountId, adGroupId: '9', keywords: 'sofa' },
		]);
		expect(outcomes).toMatchObject([
			{
				ok: false,
				error: {
					kind: 'outcome-unknown',
					message: expect.stringContaining('looking for it failed'),
					hint: expect.stringContaining('not added a second time'),
				},
			},
			{ ok: true, record: { added_count: 1 } },
		]);
		expect(fake.posted()).toHaveLength(2);
	});

	it('adds nothing where it cannot be seen what the parent has', async () => {
		for (const items of ['junk', [null], [{ value: 'sofa' }]]) {
			const fake = keywordApi(0, ({ method }) =>
				method === 'GET' ? { body: { items } } : undefined,
			);
			const [outcome] = await addKeywords(fake.context, [
				{ adAccountId, adGroupId: '8', keywords: 'sofa' },
			]);
			expect(outcome).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
			expect(fake.posted()).toEqual([]);
		}
	});

	it('of archiving costs no other request its outcomes', async () => {
		const defect = new TypeError('x is not a function');
		const { context } = fakeContext([
			({ path, body }) => {
				if (path.includes('/1/')) return defect;
				const { keywords } = body as { keywords: Array<{ id: string }> };
				return json({ keywords: [null, ...keywords, { id: {} }], errors: 'none' });
			},
		]);
		const outcomes = await archiveKeywords(context, [
			{ adAccountId: '1', keywordId: '5' },
			{ adAccountId: '2', keywordId: '6' },
		]);
		expect(outcomes).toMatchObject([
			{ ok: false, error: { kind: 'unavailable', cause: defect } },
			{ ok: true, record: { id: '6', archived: true } },
		]);
	});
});

it('adds the others where one keyword makes Pinterest refuse the whole request', async () => {
	const { context, pinterest, posted } = api();
	const holdsBad = ({ method, body }: AskedRequest) =>
		method === 'POST' && (body as Sent).keywords.some(({ value }) => value === 'bad');
	const refusal = { status: 400, body: { code: 1, message: 'Bad keyword.' } };
	pinterest.answerWith({ when: holdsBad }, refusal);
	const keywords = ['one', 'bad', 'three', 'four'];
	const [outcome] = await addKeywords(context, [{ ...INPUT, keywords }]);
	if (!outcome.ok) throw outcome.error;
	expect(outcome.record.keywords.map(({ value }) => value)).toEqual(['one', 'three', 'four']);
	expect(outcome.record.keyword_errors).toMatchObject([{ value: 'bad', kind: 'invalid' }]);
	expect(posted()).toHaveLength(5);
});
