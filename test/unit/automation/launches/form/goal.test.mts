import { askGoal, readGoal } from '../../../../../worker/src/automation/launches/form/index.ts';
import { OBJECTIVES } from '../../../../../worker/src/campaigns/campaign/objectives.ts';
import { BEGUN, choiceOf, goalOf, MAIN, OTHER, PLACE, placeWith } from './somebody.mts';

describe('the page that asks what a campaign is for', () => {
	it('has every objective in the words that the node has for it', () => {
		const { title, questions, introduction } = askGoal(BEGUN, {}, PLACE);
		expect(title).toBe('Launch “Spring sale”');
		expect(introduction).not.toContain('correct');
		const [objective, promotes] = questions;
		expect(objective.options).toEqual(
			Object.values(OBJECTIVES).map(({ label, description }) => `${label} – ${description}`),
		);
		expect(promotes).toMatchObject({ kind: 'oneOf', starts: 'Pins' });
	});

	it('asks for the ad account only where there is more than one, the connected one first', () => {
		const asked = (...connections: Array<typeof MAIN>) =>
			askGoal(BEGUN, {}, placeWith(...connections)).questions.find(
				({ name }) => name === 'ad_account',
			);
		expect(asked(MAIN)).toBeUndefined();
		expect(asked(OTHER, MAIN, MAIN)).toMatchObject({
			options: ['Example Home (549755885175)', 'Ad account (549755885176)'],
			starts: 'Example Home (549755885175)',
		});
	});

	it('is open until five minutes before the run would be cut off, and at least three', () => {
		expect(askGoal(BEGUN, {}, PLACE).open_until).toBe('2026-11-30T12:24:00.000Z');
		const late = { ...BEGUN, began_at: '2026-11-30T11:35:00Z' };
		expect(askGoal(late, {}, PLACE).open_until).toBe('2026-11-30T12:03:00.000Z');
		expect(askGoal({ ...BEGUN, began_at: 'x' }, {}, PLACE).open_until).toBe(
			'2026-11-30T12:25:00.000Z',
		);
	});

	it('is not shown where nothing can be launched', () => {
		const of =
			(begun: object, place = PLACE) =>
			() =>
				askGoal({ ...BEGUN, ...begun }, {}, place);
		expect(of({ campaign_name: ' ' })).toThrow('The campaign has no name.');
		expect(of({ max_daily_budget: 0 })).toThrow('No ceiling for budgets is set');
		expect(of({}, placeWith({}))).toThrow('Pinterest is not connected');
	});

	it('asked again says what is wrong, as text, and has what was answered', () => {
		const answers = { objective: choiceOf('objective', 'Awareness'), promotes: 'gone' };
		const page = askGoal(BEGUN, { problems: ['<b>No</b>'], answers }, PLACE);
		expect(page.introduction).toContain('Please correct this. Nothing has been created yet.');
		expect(page.introduction).toContain('&lt;b&gt;No&lt;/b&gt;');
		expect(page.questions).toMatchObject([{ starts: answers.objective }, { starts: 'Pins' }]);
	});

	it('of a launch that is sent again has its answers, whatever is in the address', () => {
		const again = { objective: choiceOf('objective', 'Leads') };
		expect(askGoal({ ...BEGUN, again }, {}, PLACE).questions[0].starts).toBe(again.objective);
		for (const odd of [null, [], 'x', { objective: {} }, { objective: ['x'] }])
			expect(askGoal({ ...BEGUN, again: odd }, {}, PLACE).questions[0].starts).toBeUndefined();
	});
});

describe('the goal of a launch', () => {
	it('is what was answered', () => {
		expect(goalOf('Consideration')).toEqual({
			...{ campaign_name: 'Spring sale', objective: 'CONSIDERATION', promotes: 'pins' },
			...{ objective_label: 'Consideration', ad_account_id: '549755885175', currency: 'USD' },
			...{ max_daily_budget: 50, began_at: BEGUN.began_at, again: {}, problems: [] },
			answers: { objective: choiceOf('objective', 'Consideration'), promotes: 'Pins' },
		});
	});

	it.each([
		['Awareness', 'Product groups', /^Awareness promotes Pins, not product groups/],
		['Video View', 'Product groups', /^Video View promotes Pins/],
		['Web Conversion', 'Product groups', /Choose Pins, or an objective that can sell/],
		['Catalog Sales', 'Pins', /^Catalog Sales sells from a catalog: it promotes product groups/],
		['Shopping', 'Pins', /^Shopping sells from a catalog/],
	])('%s does not go with %s', (objective, promotes, problem) => {
		expect(goalOf(objective, promotes).problems).toEqual([expect.stringMatching(problem)]);
	});

	it.each([
		['Consideration', 'Product groups'],
		['Sales', 'Product groups'],
		['Sales', 'Pins'],
		['Leads', 'Pins'],
		['Shopping', 'Product groups'],
		['Awareness', 'Pins'],
	])('%s goes with %s', (objective, promotes) => {
		expect(goalOf(objective, promotes).problems).toEqual([]);
	});

	it('is nothing that was not on the page', () => {
		for (const odd of ['AWARENESS', 'constructor', '', null, ['Awareness'], {}]) {
			const { objective, problems } = readGoal({ objective: odd, promotes: odd }, BEGUN, PLACE);
			expect([objective, problems.length]).toEqual(['', 2]);
		}
	});

	it('is of one of the ad accounts that have a row', () => {
		const place = placeWith(MAIN, OTHER);
		const of = (ad_account: unknown) =>
			readGoal(
				{ ad_account, objective: choiceOf('objective', 'Leads'), promotes: 'Pins' },
				BEGUN,
				place,
			);
		expect(of('Ad account (549755885176)')).toMatchObject({
			...{ ad_account_id: '549755885176', currency: '', problems: [] },
		});
		for (const odd of ['549755885176', '549755885999', undefined])
			expect(of(odd)).toMatchObject({ problems: ['Ad account: choose one of the list.'] });
	});
});
