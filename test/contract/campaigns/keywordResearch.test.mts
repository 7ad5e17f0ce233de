import { SEED } from '../../../simulator/simulator.mts';
import {
	addKeywords,
	researchKeywords,
	type KeywordsToResearch,
} from '../../../worker/src/index.ts';
import { contextFor, recordsOf, useSimulator } from './campaignsOnSimulator.mts';

const on = useSimulator();
const research = async (input: KeywordsToResearch, options?: Parameters<typeof contextFor>[1]) =>
	await researchKeywords(contextFor(on.simulator, options), input);
const asked = () => on.simulator.ledger().map(({ operationId, query }) => [operationId, query]);

it('suggestions for each term, each keyword once, with its volume', async () => {
	const { keywords, warnings } = await research({ terms: 'sofa, Sofa b, SOFA', country: 'de' });
	const found = { matchType: 'BROAD', found: 'suggested', country: 'DE' };
	expect(keywords).toEqual(
		[
			...[{ value: 'sofa', volume: '5M+', volume_at_least: 5_000_000, rank: 1, terms: ['sofa'] }],
			{
				...{ value: 'sofa bed', volume: '1M+', volume_at_least: 1_000_000, rank: 2 },
				terms: ['sofa', 'Sofa b'],
			},
			...[
				{
					value: 'sofa ideas',
					volume: '500K+',
					volume_at_least: 500_000,
					rank: 3,
					terms: ['sofa'],
				},
			],
		].map((one) => ({ ...one, ...found })),
	);
	expect(warnings).toEqual([]);
	expect(asked()).toEqual([
		['terms_suggested/list', { term: 'sofa', limit: '10' }],
		['terms_suggested/list', { term: 'Sofa b', limit: '10' }],
		['country_keywords_metrics/get', { country_code: 'DE', keywords: 'sofa,sofa bed,sofa ideas' }],
	]);
});

it('related terms, several terms with one request, and alone those of which nothing came', async () => {
	const { keywords } = await research({ find: 'related', terms: ['sofa', 'couch', 'zzz'] });
	expect(keywords.map(({ value, terms }) => [value, terms])).toEqual([
		['couch', ['sofa']],
		['sofa bed', ['sofa', 'couch']],
		['living room ideas', ['sofa']],
		['sofa', ['couch']],
	]);
	expect(asked().slice(0, 2)).toEqual([
		['terms_related/list', { terms: ['sofa', 'couch', 'zzz'] }],
		['terms_related/list', { terms: 'zzz' }],
	]);
});

it('trends of a region, with growth, and the volume in its first country', async () => {
	const { keywords } = await research({
		...{ find: 'trends', region: 'DE+AT+CH', trendType: 'seasonal', interests: 'home_decor' },
		...{ terms: 'sofa, living', genders: ['female'], mostTrends: 5, withWeeks: true },
	});
	expect(keywords).toMatchObject([
		{
			...{ value: 'living room ideas', volume: '10M+', rank: 1, terms: ['living'], country: 'DE' },
			...{ growth_week: 0, growth_month: 2, growth_year: 10 },
		},
		{ value: 'sofa bed', growth_year: 10_001 },
	]);
	expect(Object.values(keywords[0].weeks ?? {})).toEqual([50, 75, 100]);
	const [trends] = on.simulator.ledger();
	expect(trends).toMatchObject({
		path: '/v5/trends/keywords/DE%2BAT%2BCH/top/seasonal',
		query: { include_keywords: ['sofa', 'living'], interests: 'home_decor', genders: 'female' },
	});
});

it('the figures of one’s own terms, also of those of which there are none', async () => {
	const { keywords } = await research({ find: 'given', terms: 'Red Sofa, zzz' });
	expect(keywords).toMatchObject([
		{ value: 'Red Sofa', volume: '10K-50K', volume_at_least: 10_000 },
		{ value: 'zzz', volume: null, volume_at_least: null },
	]);
});

it('many keywords go 100 to a request, and short enough for an address', async () => {
	await research({ find: 'given', terms: Array.from({ length: 250 }, (_, n) => `sofa ${n}`) });
	await research({
		find: 'given',
		terms: Array.from({ length: 60 }, (_, n) => `${'ö'.repeat(100)} ${n}`),
	});
	const asks = on.simulator.ledger();
	expect(asks.slice(0, 3).map(({ query }) => String(query.keywords).split(',').length)).toEqual([
		100, 100, 50,
	]);
	expect(asks.length).toBeGreaterThan(5);
});

it('what was found can be added as it is', async () => {
	const { keywords } = await research({ terms: 'sofa', matchType: 'PHRASE' });
	const outcomes = await addKeywords(contextFor(on.simulator), [
		{ adGroupId: SEED.adGroups.running, keywords },
	]);
	expect(recordsOf(outcomes)).toMatchObject([
		{
			added_count: 3,
			keywords: [
				{ value: 'sofa', match_type: 'PHRASE' },
				{ value: 'sofa bed', match_type: 'PHRASE' },
				{ value: 'sofa ideas', match_type: 'PHRASE' },
			],
		},
	]);
});

describe('a token that lacks a scope', () => {
	const tokenWith = (...scopes: string[]) =>
		on.simulator.mintToken({ scopes, userId: SEED.userId }).token;

	it('user_accounts:read: trends name it, and everything else works', async () => {
		const token = tokenWith('ads:read');
		await expect(research({ find: 'trends' }, { token })).rejects.toMatchObject({
			kind: 'token-scope',
			hint: expect.stringMatching(/Trends need the scope user_accounts:read\.$/),
		});
		expect((await research({ terms: 'sofa' }, { token })).keywords).toHaveLength(3);
	});

	it('ads:read: trends come without volume, which is said', async () => {
		const { keywords, warnings } = await research(
			{ find: 'trends' },
			{ token: tokenWith('user_accounts:read') },
		);
		expect(keywords).toMatchObject([{ volume: null }, {}, {}]);
		expect(warnings).toEqual([expect.stringMatching(/^The volume of the keywords is not known/)]);
	});
});

it('volume that cannot be had costs nothing else, unless it is all that was asked for', async () => {
	on.simulator.addFault({ fault: '500', match: { operationId: 'country_keywords_metrics/get' } });
	const { keywords, warnings } = await research({ terms: 'sofa' });
	expect([keywords.length, warnings.length]).toEqual([3, 1]);
	await expect(research({ find: 'given', terms: 'sofa' })).rejects.toMatchObject({
		kind: 'unavailable',
	});
	expect((await research({ terms: 'sofa', withoutVolume: true })).warnings).toEqual([]);
});

it.each([
	[{}, 'Terms', /is missing/],
	[{ find: 'related' as const, terms: [] }, 'Terms', /is missing/],
	[{ terms: 'x'.repeat(121) }, 'Terms 1.', /1 to 120 characters/],
	[{ find: 'trends' as const, terms: Array(51).fill('a') }, 'Terms', /at most 50/],
	[{ terms: 'sofa', country: 'Germany' }, 'Country', /two letters/],
	[{ find: 'given' as const, terms: 'sofa', withoutVolume: true }, 'Without Volume', /must be off/],
	[{ terms: 'sofa', mostPerTerm: 11 }, 'Most per Term', /11|10/],
])('%j is refused before anything is sent', async (input, field, message) => {
	await expect(research(input)).rejects.toMatchObject({
		...{ kind: 'invalid', field },
		message: expect.stringMatching(message),
	});
	expect(asked()).toEqual([]);
});
