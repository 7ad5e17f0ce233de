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

	it.each([
		['The objective WEB_CONVERSION is deprecated.', 'WEB_CONVERSION', /SALES, or LEADS/],
		["'CATALOG_SALES' is not one of the allowed values", 'CATALOG_SALES', /choose SALES\./],
		['Creation of legacy campaigns is disabled.', 'CATALOG_SALES', /choose SALES\./],
	])('an objective that ends says so: %s', (message, objective_type, said) => {
		const sent = { objective_type };
		const { field, hint } = explain('campaign', { code: 1, message }, 'create', sent);
		expect(field).toBe('Objective');
		expect(hint).toMatch(/ends the objective.*1 February 2027.*Use the Successor to Always/);
		expect(hint).toMatch(said);
	});

	it('a budget is a budget, under whatever objective', () => {
		const message = 'CATALOG_SALES campaigns need a budget.';
		const sent = { objective_type: 'CATALOG_SALES' };
		expect(explain('campaign', { message }, 'create', sent).field).toBe('Daily Spend Cap');
	});

	it('what a campaign is for is explained where it was sent', () => {
		const message = 'intended_promotion_type CATALOG is not supported.';
		const sent = { objective_type: 'SALES', intended_promotion_type: 'CATALOG' };
		expect(explain('campaign', { message }, 'create', sent)).toMatchObject({
			field: 'Promotes',
			hint: expect.stringContaining('Leave Promotes out'),
		});
		expect(explain('campaign', { message }, 'create', {})).toEqual({});
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
