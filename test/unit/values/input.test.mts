import { z } from 'zod';
import { id, longId, optional, parseInput } from '../../../worker/src/input.ts';
import { createAdGroupInput } from '../../../worker/src/campaigns/adGroup/adGroupInput.ts';
import { createAdInput } from '../../../worker/src/campaigns/ad/adInput.ts';
import { createCampaignInput } from '../../../worker/src/campaigns/campaign/campaignInput.ts';

function problemOf(schema: z.ZodTypeAny, input: unknown): string {
	try {
		parseInput(schema, input);
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error('It was accepted.');
}

describe('an id', () => {
	it.each([
		['18 digits', id, '123456789012345678'],
		['20 digits where it is not bounded', longId, '12345678901234567890'],
	])('may have %s', (_what, schema, value) => {
		expect(parseInput(schema, ` ${value} `)).toBe(value);
	});

	it('may be a number that is exact', () => {
		expect(parseInput(id, 549755885175)).toBe('549755885175');
	});

	it.each([
		['19 digits', id, '1234567890123456789', 'must be an ID: digits only, at most 18'],
		['21 digits', longId, '123456789012345678901', 'must be an ID: digits only, at most 20'],
		['letters', id, 'C12', 'must be an ID: digits only, at most 18'],
		['a fraction', id, 1.5, 'must be an ID: digits only, at most 18'],
		['a list', id, ['1'], 'must be an ID: digits only, at most 18'],
		['a number', longId, 2 ** 53, 'is too long to be a number; give it as text'],
		['nothing', id, undefined, 'is missing'],
	])('may not be %s', (_what, schema, value, message) => {
		expect(problemOf(z.object({ pinId: schema }), { pinId: value })).toBe(`Pin: ${message}`);
	});

	it('of a Pin, lead form, tag or order line may be longer than 18 digits', () => {
		const long = '1234567890123456789';
		expect(
			parseInput(createAdInput.schema, { adGroupId: '1', pinId: long, leadFormId: long }),
		).toMatchObject({
			pinId: long,
			leadFormId: long,
		});
		const campaign = { name: 'a', objective: 'CONSIDERATION', orderLineId: long };
		expect(parseInput(createCampaignInput.schema, campaign)).toMatchObject({ orderLineId: long });
		const goal = { conversionEvent: 'CHECKOUT', conversionTagId: long };
		expect(
			parseInput(createAdGroupInput.schema, { ...AD_GROUP, optimizationGoal: goal })
				.optimizationGoal,
		).toMatchObject({ conversionTagId: long });
		expect(problemOf(createAdInput.schema, { adGroupId: long, pinId: '1' })).toMatch(
			/^Ad Group: .* 18$/,
		);
	});
});

const AD_GROUP = { campaignId: '7', name: 'US', billableEvent: 'CLICKTHROUGH', locations: 'US' };

describe('a problem', () => {
	const email = 'jane@example.com';

	it.each<[z.ZodTypeAny, unknown, string]>([
		[z.string(), { a: 1 }, 'must be text'],
		[z.string(), undefined, 'is missing'],
		[z.string(), null, 'is missing'],
		[z.number(), email, 'must be a number'],
		[z.coerce.number(), email, 'must be a number'],
		[z.number().int(), 1.5, 'must be a whole number'],
		[z.array(z.string()), email, 'must be a list'],
		[z.object({}), email, 'must be an object'],
		[z.boolean(), email, 'must be true or false'],
		[z.enum(['A', 'B']), email, 'must be one of A, B'],
		[z.object({}).strict(), { foo: 1, bar: 2 }, 'has unknown names: foo, bar'],
		[z.literal('A'), email, 'must be A'],
		[z.union([z.string(), z.number()]), [email], 'must be text, or must be a number'],
		[z.string().min(1), '', 'must not be empty'],
		[z.string().max(3), email, 'must have at most 3 characters'],
		[z.array(z.string()).min(1), [], 'must not be empty'],
		[z.array(z.string()).max(1), ['a', email], 'must hold at most 1'],
		[z.number().min(2), 1, 'must be at least 2'],
		[z.number().positive(), 0, 'must be more than 0'],
		[z.string().uuid(), email, 'is not valid'],
		[z.string().refine(() => false), email, 'is not valid'],
	])('is said in plain words (%#)', (schema, value, words) => {
		expect(problemOf(z.object({ path: schema }), { path: value })).toBe(`Path: ${words}`);
	});

	it('keeps the words of the schema', () => {
		const schema = z.object({ zip: optional(z.string({ invalid_type_error: 'must be a code' })) });
		expect(problemOf(schema, { zip: 1 })).toBe('Zip: must be a code');
	});

	it('of the whole input says so', () => {
		expect(problemOf(createAdInput.schema, email)).toBe('The input must be an object');
		expect(problemOf(createAdInput.schema, { adGroupId: '1', pinId: '2', foo: 3 })).toBe(
			'The input has unknown names: foo',
		);
	});
});

describe('the targeting spec', () => {
	const said = (targeting: unknown) =>
		problemOf(createAdGroupInput.schema, { ...AD_GROUP, targeting });

	it('says how JSON looks where it is broken', () => {
		expect(said('{"LOCATION": [US]}')).toMatch(/^Targeting: must be JSON: .*\["US"\]/);
	});

	it.each(['KEYWORD', 'keyword'])('says where keywords belong (%s)', (key) => {
		expect(said({ [key]: ['sofa'] })).toMatch(
			/^Targeting: KEYWORD is not part of the targeting spec at Pinterest.*own/,
		);
	});

	it('names what it does not know, and what is no object', () => {
		expect(said({ FOO: 1 })).toBe('Targeting: has unknown names: FOO');
		expect(said(['US'])).toBe('Targeting: must be an object');
	});
});
