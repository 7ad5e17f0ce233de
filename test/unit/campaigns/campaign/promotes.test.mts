import { OBJECTIVES } from '../../../../worker/src/campaigns/campaign/objectives.ts';
import {
	judgePromoted,
	maySellFromCatalog,
	promotedBy,
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
	['CTV_CONSIDERATION', undefined, false],
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
	]);
});
