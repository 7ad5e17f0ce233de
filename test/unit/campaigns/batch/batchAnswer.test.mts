import { AD, CAMPAIGN, type Fields } from '../../../../worker/src/entities.ts';
import fc from 'fast-check';
import {
	answersFor,
	exceptionsOf,
	type EntityAnswer,
} from '../../../../worker/src/campaigns/batch/batchAnswer.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));
const made = (name: string, id: string) => ({ data: { id, name } });
const refused = (message: string) => ({ exceptions: [{ code: 2384, message }] });

/** The id, the error's code, or what is said instead of either. */
const short = (answer: EntityAnswer) =>
	typeof answer === 'string' ? answer : answer.ok ? answer.record.id : answer.error.code;
const shortAnswers = (sent: readonly Fields[], items: Parameters<typeof answersFor>[2]) =>
	answersFor(CAMPAIGN, sent, items).map(short);

describe('exceptionsOf', () => {
	it.each([
		['an empty list', []],
		['an empty object', {}],
		['null', null],
		['nothing', undefined],
		['an object that says nothing', { code: 0, message: '' }],
		['a list that says nothing', [{}, null]],
	])('finds none in %s', (_what, value) => {
		expect(exceptionsOf(value)).toEqual([]);
	});

	it.each([
		['a list', [{ code: 2, message: 'No.' }]],
		['an object', { code: 2, message: 'No.' }],
	])('finds the one in %s', (_what, value) => {
		expect(exceptionsOf(value)).toEqual([{ code: 2, message: 'No.' }]);
	});

	it('takes a number or words alone', () => {
		expect(exceptionsOf([{ code: 2 }, { message: 'No.' }, 'Never.'])).toEqual([
			{ code: 2, message: undefined },
			{ code: undefined, message: 'No.' },
			{ message: 'Never.' },
		]);
	});
});

describe('answersFor', () => {
	it('gives every element its own item', () => {
		const items = [made('a', '1'), refused('Budget too low.'), made('c', '3')];
		expect(shortAnswers(named('a', 'b', 'c'), items)).toEqual(['1', 2384, '3']);
	});

	it('keeps same-named elements in their order', () => {
		expect(shortAnswers(named('a', 'a'), [made('a', '1'), made('a', '2')])).toEqual(['1', '2']);
	});

	it('recognises elements that come back in another order', () => {
		const items = [made('c', '3'), made('a', '1'), refused('b'), made('d', '4')];
		expect(shortAnswers(named('a', 'b', 'c', 'd'), items)).toEqual(['1', 2384, '3', '4']);
	});

	it('trusts the order where a name comes back changed', () => {
		expect(shortAnswers(named('a', 'b'), [made('A!', '1'), made('b', '2')])).toEqual(['1', '2']);
	});

	it('does not guess whose an item is where there are fewer', () => {
		const items = [made('c', '3'), refused('One of them.')];
		expect(shortAnswers(named('a', 'b', 'c'), items)).toEqual(['unknown', 'unknown', '3']);
	});

	it('does not have anything sent again that may stand under a changed name', () => {
		expect(shortAnswers(named('a', 'b', 'c'), [made('X', '1'), made('c', '3')])).toEqual([
			'unassignable',
			'unassignable',
			'3',
		]);
	});

	it('knows nothing of elements without an id and without an exception', () => {
		expect(shortAnswers(named('a', 'b'), [{ data: { name: 'a' } }, {}])).toEqual([
			'unknown',
			'unknown',
		]);
		expect(shortAnswers(named('a'), [])).toEqual(['unknown']);
	});

	it.each([
		['null', null],
		['nothing', undefined],
		['text', 'junk'],
		['a number', 7],
		['a list', [{ id: '1' }]],
		['text for an entity', { data: 'junk', exceptions: [null] }],
		['a list for an entity', { data: [{ id: '1' }] }],
		['an empty id', { data: { name: 'a', id: '' } }],
	])('learns nothing from an element that is %s', (_what, junk) => {
		expect(shortAnswers(named('a'), [junk])).toEqual(['unknown']);
		expect(shortAnswers(named('a', 'b', 'c'), [junk, made('c', '3')])).toEqual([
			'unknown',
			'unknown',
			'3',
		]);
	});

	it('keeps the id that stands beside an exception', () => {
		const [answer] = answersFor(CAMPAIGN, named('a'), [{ ...made('a', '7'), ...refused('No.') }]);
		expect(answer).toMatchObject({ ok: false, error: { code: 2384, details: { id: '7' } } });
	});

	it('explains what Pinterest refused, by field and fix', () => {
		const sent = [{ pin_id: '5', ad_group_id: '6', creative_type: 'REGULAR' }];
		const said = (exceptions: unknown) => answersFor(AD, sent, [{ exceptions }])[0];
		expect(said({ code: 50, message: 'Pin not found.' })).toMatchObject({
			error: {
				kind: 'not-found',
				code: 50,
				field: 'Pin',
				message:
					'Could not create the ad of Pin 5 in ad group 6: Pinterest refused it (Pin not found.)',
				hint: expect.stringContaining('has not been deleted'),
			},
		});
		expect(
			said({ code: 29, message: 'You are not permitted to access that resource.' }),
		).toMatchObject({
			error: { kind: 'forbidden', field: 'Pin' },
		});
		expect(said({ code: 1, message: 'Ad group is invalid.' })).toMatchObject({
			error: { kind: 'invalid', field: 'Ad Group' },
		});
	});
});

it('an element of any odd shape costs only itself', () => {
	const sent = named('a', 'b', 'c');
	const odd = fc.oneof(
		fc.jsonValue(),
		fc.record({ data: fc.jsonValue(), exceptions: fc.jsonValue() }),
		fc.record({
			data: fc.record({ id: fc.jsonValue(), name: fc.jsonValue(), campaign_id: fc.jsonValue() }),
			exceptions: fc.array(fc.record({ code: fc.jsonValue(), message: fc.jsonValue() })),
		}),
		fc.constant({ data: { id: '9', name: { toString: 1, valueOf: 1 } } }),
	);
	fc.assert(
		fc.property(odd, fc.nat(2), (junk, at) => {
			const items: unknown[] = sent.map(({ name }, n) => made(name, String(n)));
			items[at] = junk;
			const answers = shortAnswers(sent, items);
			sent.forEach((_, n) => {
				if (n !== at) expect(answers[n]).toBe(String(n));
			});
		}),
		{ numRuns: 500 },
	);
});

it('a refusal is read whatever form its number has', () => {
	for (const exceptions of [{ code: '2384' }, [{ code: '2384' }], [[{ code: 2384 }]]]) {
		expect(shortAnswers(named('a'), [{ exceptions }])).toEqual([2384]);
	}
});
