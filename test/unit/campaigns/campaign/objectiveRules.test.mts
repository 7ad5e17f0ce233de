import { readFileSync } from 'node:fs';
import {
	CATALOG_RULES,
	needsBid,
	OBJECTIVE_RULES,
	rulesOf,
	type Only,
} from '../../../../worker/src/campaigns/campaign/objectiveRules.ts';
import { CREATIVE_TYPES } from '../../../../worker/src/campaigns/ad/adChoices.ts';
import { judgeAdGroup } from '../../../../worker/src/campaigns/adGroup/adGroupRules.ts';

const docs = readFileSync(new URL('../../../../docs/campaigns.md', import.meta.url), 'utf8');

const cell = (only: Only<string> | undefined, missing: string): string => {
	if (!only) return missing;
	const values = only.values.map((value) => `\`${value}\``).join(', ');
	if (only.sure === 'certain') return `**${values}**`;
	const left = CREATIVE_TYPES.filter((type) => !only.values.includes(type));
	return left.length === 1 ? `all but \`${left[0]}\`` : values;
};

describe('the table in docs/campaigns.md', () => {
	const forCatalog = Object.entries(CATALOG_RULES).map(
		([objective, rules]) => [`\`${objective}\` for a catalog`, rules] as const,
	);
	const own = Object.entries(OBJECTIVE_RULES).map(
		([objective, rules]) => [`\`${objective}\``, rules] as const,
	);
	it.each([...own, ...forCatalog])('says of %s what the worker does', (objective, rules) => {
		const row =
			docs
				.split('\n')
				.find(
					(line) => line.startsWith(`| ${objective} |`) || line.startsWith(`| ${objective} (`),
				) ?? '';
		const goal = { certain: '**yes**', likely: 'yes', none: 'no' }[rules.conversionGoal ?? 'none'];
		expect(row.split(/ *\| */).slice(2, -1)).toEqual([
			cell(rules.billableEvents, 'any'),
			cell(rules.bidStrategies, 'any'),
			cell(rules.bidRequired, '–'),
			cell(rules.creativeTypes, 'any'),
			goal,
		]);
	});

	it('has no other objectives', () => {
		const rows = docs.match(/^\| `[A-Z_]+`.*\|$/gm) ?? [];
		expect(rows).toHaveLength(own.length + forCatalog.length);
	});
});

it('are others where SALES is for a catalog', () => {
	expect(rulesOf('SALES', 'CATALOG')).toBe(CATALOG_RULES.SALES);
	expect(rulesOf('SALES', 'STANDARD_AD')).toBe(OBJECTIVE_RULES.SALES);
	expect(rulesOf('CONSIDERATION', 'CATALOG')).toBe(OBJECTIVE_RULES.CONSIDERATION);
	expect(rulesOf('toString', 'CATALOG')).toBeUndefined();
});

describe('a bid', () => {
	it.each([
		['AWARENESS', 'IMPRESSION', 'MAX_BID', true],
		['AWARENESS', 'IMPRESSION', undefined, true],
		['AWARENESS', 'IMPRESSION', 'AUTOMATIC_BID', false],
		['AWARENESS', 'CLICKTHROUGH', undefined, false],
		['CATALOG_SALES', 'CLICKTHROUGH', undefined, true],
		['CATALOG_SALES', 'IMPRESSION', undefined, false],
		['VIDEO_COMPLETION', 'IMPRESSION', undefined, false],
		['NEW_ONE', 'IMPRESSION', undefined, false],
	] as const)('of %s by %s with %s: needed %s', (objective, event, strategy, needed) => {
		expect(needsBid(objective, event, strategy)).toBe(needed);
		const adGroup = {
			billableEvent: event,
			bidStrategy: strategy,
			hasBudget: true,
			hasConversionGoal: false,
		};
		const campaign = { objective, isBudgetOptimized: false, isArchived: false };
		const fields = (hasBid?: boolean) =>
			judgeAdGroup({ ...adGroup, hasBid }, campaign).problems.map(({ field }) => field);
		expect(fields(false)).toEqual(needed ? ['bid'] : []);
		expect(fields(true)).toEqual([]);
		expect(fields()).toEqual([]);
	});
});

it('a schedule of its own under campaign budget optimization is a warning', () => {
	const campaign = { objective: 'AWARENESS', isBudgetOptimized: true, isArchived: false };
	const adGroup = {
		billableEvent: 'IMPRESSION' as const,
		hasBudget: false,
		hasConversionGoal: false,
	};
	expect(judgeAdGroup({ ...adGroup, endTime: 4e9 }, campaign)).toEqual({
		problems: [],
		warnings: [expect.stringContaining('not every ad account may schedule single ad groups')],
	});
	expect(judgeAdGroup(adGroup, campaign)).toEqual({ problems: [], warnings: [] });
});
