import { OBJECTIVES } from '../../../../worker/src/campaigns/campaign/objectives.ts';
import {
	judgePromoted,
	judgePromotionType,
	maySayWhat,
	maySellFromCatalog,
	promotedBy,
	PROMOTION_TYPES,
	TAKEN_TYPES,
	type PromotionType,
} from '../../../../worker/src/campaigns/campaign/promotes.ts';

it.each([
	['AWARENESS', 'pins', false],
	['VIDEO_COMPLETION', 'pins', false],
	['WEB_CONVERSION', 'pins', false],
	['APP_INSTALL', 'pins', false],
	['CATALOG_SALES', 'productGroups', true],
	['CONSIDERATION', undefined, true],
	['SALES', undefined, true],
	['LEADS', undefined, true],
	['CTV_CONSIDERATION', 'pins', false],
	['NEXT_BIG_THING', undefined, false],
	['toString', undefined, false],
	[undefined, undefined, false],
])('what %s campaigns promote: %s', (objective, only, maySell) => {
	expect(promotedBy(objective)).toBe(only);
	expect(maySellFromCatalog(objective)).toBe(maySell);
	for (const what of ['pins', 'productGroups'] as const) {
		const isRefused = judgePromoted(what, objective) !== undefined;
		expect(isRefused).toBe(only !== undefined && only !== what);
	}
});

it('has objectives as Pinterest names them only', () => {
	const sent = Object.entries(OBJECTIVES).map(([name, one]) =>
		'sentAs' in one ? one.sentAs : name,
	);
	const known = [...new Set(sent)].filter((name) => promotedBy(name) !== undefined);
	expect(known).toEqual([
		...['AWARENESS', 'VIDEO_COMPLETION', 'WEB_CONVERSION', 'CATALOG_SALES', 'APP_INSTALL'],
		'CTV_CONSIDERATION',
	]);
});

describe('what a campaign says that it is for', () => {
	it.each([
		['CONSIDERATION', 'CATALOG', 'productGroups'],
		['SALES', 'CATALOG', 'productGroups'],
		['LEADS', 'STANDARD_AD', 'pins'],
		['SALES', 'LEGACY', undefined],
		['SALES', 'SOMETHING_NEW', undefined],
		['NEXT_BIG_THING', 'STANDARD_AD', 'pins'],
		['CATALOG_SALES', 'LEGACY', 'productGroups'],
		['WEB_CONVERSION', 'STANDARD_AD', 'pins'],
	])('decides: %s for %s promotes %s', (objective, type, only) => {
		expect(promotedBy(objective, type)).toBe(only);
		expect(maySellFromCatalog(objective, type)).toBe(only !== 'pins');
		for (const what of ['pins', 'productGroups'] as const) {
			const isRefused = judgePromoted(what, objective, type) !== undefined;
			expect(isRefused).toBe(only !== undefined && only !== what);
		}
	});

	it('is in the reason why something cannot be promoted', () => {
		expect(judgePromoted('pins', 'SALES', 'CATALOG')).toContain('is for a catalog');
		expect(judgePromoted('productGroups', 'SALES', 'STANDARD_AD')).toContain('for standard ads');
		expect(judgePromoted('productGroups', 'AWARENESS', 'STANDARD_AD')).toContain(
			'AWARENESS campaigns promote Pins',
		);
	});

	it.each(Object.entries(TAKEN_TYPES))('is one that %s takes: %s', (objective, taken) => {
		const types = Object.keys(PROMOTION_TYPES) as PromotionType[];
		const refused = types.filter((type) => judgePromotionType(type, objective) !== undefined);
		expect(maySayWhat(objective)).toBe(!taken.includes('LEGACY'));
		// Those that end mean one of the two, and Pinterest is not told which.
		const fits = maySayWhat(objective)
			? types.filter((type) => taken.includes(type))
			: [promotedBy(objective) === 'pins' ? 'STANDARD_AD' : 'CATALOG'];
		expect(types.filter((type) => !refused.includes(type))).toEqual(fits);
	});

	it('is anything for an objective that nobody knows', () => {
		expect(judgePromotionType('CATALOG', 'NEXT_BIG_THING')).toBeUndefined();
		expect(maySayWhat('NEXT_BIG_THING')).toBe(true);
	});
});
