import { CONVERSION_EVENTS } from '../../../../worker/src/campaigns/adGroup/optimizationGoal.ts';
import {
	isOneOf,
	LEGACY_END,
	mayBeSame,
	objectiveToCreate,
	SUCCESSION,
	type GoalEvent,
	type Succession,
} from '../../../../worker/src/campaigns/campaign/successors.ts';

const BEFORE = LEGACY_END - 1;
const asked = (requested: string) => ({
	requested,
	sentAs: requested === 'SHOPPING' ? 'CATALOG_SALES' : requested,
});
const created = (requested: string, succession: Succession, now: number, purpose?: object) => {
	const { objective, promotionType } = objectiveToCreate(
		asked(requested),
		succession,
		now,
		purpose,
	);
	return [objective, promotionType];
};

it('ends at midnight UTC before 1 February 2027', () => {
	expect(new Date(LEGACY_END).toISOString()).toBe('2027-02-01T00:00:00.000Z');
});

describe.each(['WEB_CONVERSION', 'CATALOG_SALES', 'SHOPPING'])('%s', (objective) => {
	const { sentAs } = asked(objective);
	const successor = sentAs === 'WEB_CONVERSION' ? ['SALES', 'STANDARD_AD'] : ['SALES', 'CATALOG'];
	const itself = [sentAs, undefined];
	it.each<[Succession, number, unknown[]]>([
		['automatic', BEFORE, itself],
		['automatic', LEGACY_END, successor],
		['always', BEFORE, successor],
		['always', LEGACY_END, successor],
		['never', BEFORE, itself],
		['never', LEGACY_END, itself],
	])('with Use the Successor %s at %s becomes %s', (succession, now, expected) => {
		expect(created(objective, succession, now)).toEqual(expected);
		const { why } = objectiveToCreate(asked(objective), succession, now);
		if (expected === itself) expect(why).toBeUndefined();
		else expect(why).toMatch(new RegExp(`^${objective} was asked for, and its successor SALES`));
	});
});

it.each(['AWARENESS', 'CONSIDERATION', 'VIDEO_COMPLETION', 'SALES', 'LEADS', 'ANYTHING'])(
	'%s stays what it is, whatever the switch and the day',
	(objective) => {
		for (const succession of Object.keys(SUCCESSION) as Succession[]) {
			for (const now of [BEFORE, LEGACY_END]) {
				expect(objectiveToCreate(asked(objective), succession, now)).toEqual({ objective });
			}
		}
	},
);

describe('what takes the place of WEB_CONVERSION', () => {
	it.each<[GoalEvent[], string, RegExp]>([
		[['CHECKOUT'], 'SALES', /Goal is CHECKOUT\.$/],
		[['ADD_TO_CART', 'CHECKOUT', 'CHECKOUT'], 'SALES', /Goal is ADD_TO_CART, CHECKOUT\.$/],
		[['SIGNUP'], 'LEADS', /SIGNUP, which is not a sale/],
		[['LEAD', 'PAGE_VISIT'], 'LEADS', /LEAD, PAGE_VISIT/],
		[['SIGNUP', 'CHECKOUT'], 'SALES', /of both kinds: CHECKOUT is a sale, SIGNUP is not/],
		[[], 'SALES', /No Optimization Goal is known here.*choose the objective LEADS/],
		[['CUSTOM'], 'SALES', /Whether CUSTOM is a sale is not known.*LEADS/],
		[['CUSTOM', 'LEAD'], 'LEADS', /LEAD, which is not a sale/],
	])('with the goals %j is %s', (events, objective, why) => {
		const found = objectiveToCreate(asked('WEB_CONVERSION'), 'always', 0, { events });
		expect(found).toEqual({
			...{ objective, promotionType: 'STANDARD_AD' },
			why: expect.stringMatching(why),
		});
	});

	it('is SALES or LEADS for every event that can be optimized for', () => {
		for (const event of Object.keys(CONVERSION_EVENTS) as GoalEvent[]) {
			const purpose = { events: [event] };
			const { objective } = objectiveToCreate(asked('WEB_CONVERSION'), 'always', 0, purpose);
			expect(['SALES', 'LEADS']).toContain(objective);
		}
	});
});

it('CATALOG_SALES becomes SALES for standard ads where Pins are launched under it', () => {
	expect(created('CATALOG_SALES', 'always', 0, { promotes: 'pins' })).toEqual([
		...['SALES', 'STANDARD_AD'],
	]);
});

describe('a campaign that exists', () => {
	it.each<[string, Record<string, unknown>, boolean]>([
		['WEB_CONVERSION', { objective_type: 'WEB_CONVERSION' }, true],
		['WEB_CONVERSION', { objective_type: 'SALES' }, true],
		['WEB_CONVERSION', { objective_type: 'LEADS', intended_promotion_type: 'STANDARD_AD' }, true],
		['WEB_CONVERSION', { objective_type: 'SALES', intended_promotion_type: 'CATALOG' }, false],
		['WEB_CONVERSION', { objective_type: 'CONSIDERATION' }, false],
		['CATALOG_SALES', { objective_type: 'SALES', intended_promotion_type: 'CATALOG' }, true],
		['CATALOG_SALES', { objective_type: 'SALES', intended_promotion_type: null }, true],
		['CATALOG_SALES', { objective_type: 'SALES', intended_promotion_type: 'STANDARD_AD' }, false],
		['CATALOG_SALES', { objective_type: 'LEADS' }, false],
		['SALES', { objective_type: 'WEB_CONVERSION' }, false],
		['SALES', { objective_type: 'SALES' }, false],
	])('asked for as %s and held as %j is the same one: %s', (objective, held, isSame) => {
		expect(isOneOf(objective, held)).toBe(isSame);
	});

	it('may be what was created, under either name', () => {
		expect(mayBeSame('WEB_CONVERSION', 'LEADS')).toBe(true);
		expect(mayBeSame('SALES', 'CATALOG_SALES')).toBe(true);
		expect(mayBeSame('SALES', 'SALES')).toBe(true);
		expect(mayBeSame('SALES', 'LEADS')).toBe(false);
		expect(mayBeSame('SALES', 'AWARENESS')).toBe(false);
		expect(mayBeSame(undefined, 'SALES')).toBe(false);
	});
});
