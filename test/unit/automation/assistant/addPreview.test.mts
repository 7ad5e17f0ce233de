import { addPreview } from '../../../../worker/src/automation/assistant/index.ts';
import { CHANGES } from '../../../../worker/src/automation/tables.ts';

const QUESTION = {
	...{ kind: 'update', summary: 'Change the campaign 626735565838000001:\nPause it' },
	...{ status: 'waiting', update: { status: 'PAUSED' } },
};
const PREVIEW = {
	preview: true as const,
	would: 'Would update the campaign 626735565838000001: Status from ACTIVE to PAUSED.',
	changes: [{ field: 'Status', from: 'ACTIVE', to: 'PAUSED' }] as const,
	requests: [{ method: 'PATCH', path: '/ad_accounts/1/campaigns' }] as const,
	warnings: [] as string[],
};
const add = (preview: object, question: object = QUESTION) => addPreview(preview, { question });
const linesOf = (preview: object, question?: object) =>
	add({ ...PREVIEW, ...preview }, question).summary?.split('\n') ?? [];

it('what a person is asked says what changes, from what to what, and keeps the question', () => {
	const { summary, ...rest } = add(PREVIEW);
	expect(summary?.split('\n')).toEqual([
		'Change the campaign 626735565838000001:',
		'Pause it',
		'',
		'What changes at Pinterest:',
		'Status: from ACTIVE to PAUSED',
	]);
	expect({ ...rest, summary: QUESTION.summary }).toEqual(QUESTION);
	expect(Object.keys(CHANGES.columns)).toEqual(expect.arrayContaining(['kind', 'summary']));
});

it('what it is now is never made up, and warnings are told', () => {
	const changes = [{ field: 'Name', to: 'Autumn' }];
	const lines = linesOf({ changes, warnings: ['It takes a day.'] });
	expect(lines).toContain('Name: to Autumn. What it is now could not be read.');
	expect(lines.at(-1)).toBe('Note: It takes a day.');
});

it('a launch is told level by level', () => {
	const changes = [
		{ of: 'campaign “A”', field: 'Name', from: 'none', to: 'A' },
		{ of: 'campaign “A”', field: 'Daily Spend Cap', from: 'none', to: '20.00 USD' },
		{ of: 'ad group “B”', field: 'Budget', from: 'none', to: '20.00 USD' },
		{ of: 'ad group “B”', field: 'Targeting Spec', from: 'none', to: { GEO: ['US'] } },
		{ of: 'ad group “B”', field: 'Keywords', from: 'none', to: ['sofa'] },
	];
	const would = 'Would create 1 campaign, 1 ad group, paused.';
	const launch = { kind: 'launch', summary: 'Launch “A”' };
	expect(linesOf({ would, changes }, launch)).toEqual([
		'Launch “A”',
		'',
		'At Pinterest this would create 1 campaign, 1 ad group, paused.',
		'campaign “A”: Daily Spend Cap 20.00 USD',
		'ad group “B”: Budget 20.00 USD',
	]);
});

it.each([
	['no preview', {}, /no preview/],
	['what was really done', { ...PREVIEW, preview: undefined }, /no preview/],
	['a change that changes nothing', { ...PREVIEW, changes: [] }, /it is so at Pinterest already/],
	['nothing that would be sent', { ...PREVIEW, requests: [] }, /it is so at Pinterest already/],
])('nobody is asked with %s', (_what, preview, why) => {
	expect(() => add(preview)).toThrow(why);
});

it('nobody is asked about a launch of which all exists', () => {
	expect(() => add({ ...PREVIEW, requests: [] }, { kind: 'launch' })).toThrow(
		/exists at Pinterest/,
	);
});

it('a name cannot look like a line of its own, nor hide what comes after it', () => {
	const name = 'A\nStatus: from ACTIVE to PAUSED';
	const lines = linesOf({
		changes: [
			{ field: 'Name', from: name, to: 'x'.repeat(1000) },
			...Array.from({ length: 30 }, (_, n) => ({ field: `Field ${n}`, from: 1, to: 2 })),
		],
	});
	expect(lines.filter((line) => line.startsWith('Status:'))).toEqual([]);
	expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(310);
	expect(lines.at(-1)).toBe('And 12 more.');
});
