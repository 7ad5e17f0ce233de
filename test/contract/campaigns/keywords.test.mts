import { SEED, type FaultRule } from '../../../simulator/simulator.mts';
import {
	addKeywords,
	archiveKeywords,
	listKeywords,
	type KeywordsToAdd,
} from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const context = () => contextFor(on.simulator);
const adGroupId = SEED.adGroups.running;
const campaignId = SEED.campaigns.running;

const held = (parentId: string) =>
	on.simulator
		.state()
		.keywords.filter((keyword) => keyword.parent_id === parentId && !keyword.archived)
		.map(({ match_type, value }) => `${match_type} ${value}`);

const posts = () =>
	on.simulator.ledger().filter(({ method, path }) => method === 'POST' && /keywords/.test(path));

async function add(input: KeywordsToAdd) {
	const [outcome] = await addKeywords(context(), [input]);
	if (!outcome.ok) throw outcome.error;
	return outcome.record;
}

it('adds keywords of every match type to an ad group, once', async () => {
	const keywords = 'sofa\n[red sofa], "sofa bed"\n-[free sofa]\n-"used sofa", -broken';
	const first = await add({ adGroupId: `AG${adGroupId}`, keywords });
	expect(first).toMatchObject({
		ad_account_id: SEED.adAccountId,
		parent_id: adGroupId,
		parent_type: 'ad_group',
		added_count: 6,
		existing_count: 0,
		failed_count: 0,
		warnings: [],
	});
	expect(held(adGroupId)).toEqual([
		'BROAD sofa',
		'EXACT red sofa',
		'PHRASE sofa bed',
		'EXACT_NEGATIVE free sofa',
		'PHRASE_NEGATIVE used sofa',
		'PHRASE_NEGATIVE broken',
	]);
	const second = await add({ adGroupId, keywords: ['SOFA', '[Red Sofa]', '[sofa]', 'sofa'] });
	expect(second).toMatchObject({ added_count: 1, existing_count: 3 });
	expect(second.keywords.map(({ id }) => id)).toEqual([
		first.keywords[0].id,
		first.keywords[1].id,
		expect.any(String),
		first.keywords[0].id,
	]);
	expect(held(adGroupId)).toHaveLength(7);
	await add({ adGroupId, keywords: 'Lamp, lamp' });
	expect(held(adGroupId).slice(7)).toEqual(['BROAD Lamp']);
});

it('adds negative keywords to a campaign and to the ad account', async () => {
	await add({ campaignId, keywords: 'cheap', matchType: untyped('phrase negative') });
	await add({ parent: 'adAccount', keywords: '-[cheap]' });
	expect(held(campaignId)).toEqual(['PHRASE_NEGATIVE cheap']);
	expect(held(SEED.adAccountId)).toEqual(['EXACT_NEGATIVE cheap']);
});

it('makes one request of many items with the same parent', async () => {
	const values = ['one', 'two', 'three', 'one'];
	const inputs = values.map((keywords) => ({ adGroupId, keywords }));
	const records = recordsOf(
		await addKeywords(context(), [...inputs, { campaignId, keywords: '-x' }]),
	);
	expect(records.map(({ keywords: [{ value, added }] }) => [value, added])).toEqual([
		['one', true],
		['two', true],
		['three', true],
		['one', false],
		['x', true],
	]);
	expect(posts()).toHaveLength(2);
});

it('gives a refused keyword’s reason to its item, and the others their results', async () => {
	on.simulator.addFault({
		match: { operationId: 'keywords/create' },
		fault: 'item-exception',
		items: [1, 2],
		message: 'This keyword is not allowed.',
	});
	const outcomes = await addKeywords(context(), [
		{ adGroupId, keywords: 'good, bad' },
		{ adGroupId, keywords: 'worse' },
	]);
	const [mixed] = recordsOf([outcomes[0]]);
	expect(mixed).toMatchObject({
		added_count: 1,
		failed_count: 1,
		keyword_errors: [{ match_type: 'BROAD', value: 'bad', kind: 'invalid' }],
		warnings: [expect.stringContaining('“bad” (BROAD): Pinterest refused it (This keyword is not')],
	});
	expect(outcomes[1]).toMatchObject({
		ok: false,
		error: { kind: 'invalid', field: 'Keywords', message: expect.stringContaining('“worse”') },
	});
	expect(held(adGroupId)).toEqual(['BROAD good']);
});

it('says so when the parent is not in the ad account', async () => {
	const [outcome] = await addKeywords(context(), [{ adGroupId: '1', keywords: 'sofa' }]);
	expect(outcome).toMatchObject({ ok: false, error: { kind: 'not-found' } });
});

const FAULTS: Array<[FaultRule['fault'], boolean]> = [
	['cut-after', true],
	['truncated', true],
	['cut-before', false],
	['hang', false],
	['html', false],
	['500', false],
	['503', false],
	['429', false],
];

it.each(FAULTS)('adds every keyword exactly once after a %s', async (fault, isDone) => {
	const match = { operationId: 'keywords/create' };
	on.simulator.addFault({ match, fault, count: 1, resetSeconds: 1 });
	const record = await add({ adGroupId, keywords: 'one, two, [three]' });
	expect(held(adGroupId)).toEqual(['BROAD one', 'BROAD two', 'EXACT three']);
	expect(record.keywords.map(({ added, recovered }) => [added, recovered])).toEqual(
		Array.from({ length: 3 }, () => [true, isDone ? true : undefined]),
	);
});

it('lists the keywords of one parent, by match type and text, over many pages', async () => {
	const keywords = Array.from({ length: 260 }, (_, n) => (n % 2 ? `[Sofa ${n}]` : `chair ${n}`));
	await add({ adGroupId, keywords });
	await add({ campaignId, keywords: '-[cheap]' });
	const all = await listKeywords(context(), { adGroupId });
	expect(all).toHaveLength(260);
	expect(all[1]).toMatchObject({
		id: expect.stringMatching(/^\d+$/),
		match_type: 'EXACT',
		value: 'Sofa 1',
		parent_id: adGroupId,
		ad_account_id: SEED.adAccountId,
	});
	expect(await listKeywords(context(), { adGroupId, matchTypes: untyped('exact') })).toHaveLength(
		130,
	);
	expect(await listKeywords(context(), { adGroupId, textContains: 'sofa', limit: 3 })).toHaveLength(
		3,
	);
	expect(await listKeywords(context(), { campaignId })).toMatchObject([{ value: 'cheap' }]);
	expect(await listKeywords(context(), { parent: 'adAccount' })).toEqual([]);
});

it('archives keywords of many items with one request; an unknown one fails alone', async () => {
	const { keywords } = await add({ adGroupId, keywords: 'one, two, three' });
	const ids = [keywords[0].id, '123', keywords[2].id];
	const outcomes = await archiveKeywords(
		context(),
		ids.map((keywordId) => ({ keywordId })),
	);
	expect(outcomes).toMatchObject([
		{ ok: true, record: { id: ids[0], archived: true } },
		{ ok: false, error: { kind: 'not-found', message: expect.stringContaining('123') } },
		{ ok: true, record: { id: ids[2], archived: true } },
	]);
	expect(held(adGroupId)).toEqual(['BROAD two']);
	expect(await add({ adGroupId, keywords: 'one' })).toMatchObject({ added_count: 1 });
});
