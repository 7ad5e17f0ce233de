import { explain } from '../../../worker/src/campaigns/batch/explanations.ts';

describe('a refusal of Pinterest’s is explained by what was done', () => {
	const noBudget = { code: 2384, message: 'Budget is required.' };

	it('a campaign without a budget needs one to be created', () => {
		const { field, hint } = explain('campaign', noBudget, 'create');
		expect(field).toBe('Daily Spend Cap');
		expect(hint).toMatch(
			/^Give a daily or lifetime spend cap, or switch on campaign budget optimization/,
		);
		expect(hint).not.toMatch(/Clear|update/);
	});

	it('a campaign that is changed may have to be cleared of its other cap', () => {
		expect(explain('campaign', noBudget, 'update').hint).toContain('under Clear');
	});

	it('an objective is another one for something new, and fixed for what exists', () => {
		const refused = { code: 1, message: 'Objective type is not valid.' };
		expect(explain('campaign', refused, 'create').hint).toContain('Choose another objective');
		expect(explain('campaign', refused, 'update').hint).toContain('while the campaign is a draft');
	});

	it('an update names no field that only a create has', () => {
		expect(explain('ad group', { message: 'The campaign is over.' }, 'update')).toEqual({});
		expect(explain('ad', { message: 'The ad group is over.' }, 'update')).toEqual({});
		expect(explain('ad group', { message: 'The campaign is over.' }, 'create').field).toBe(
			'Campaign',
		);
		expect(explain('ad', { message: 'The ad group is over.' }, 'create').field).toBe('Ad Group');
	});
});
