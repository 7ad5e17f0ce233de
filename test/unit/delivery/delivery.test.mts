import fc from 'fast-check';
import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import { Delivery } from '../../../worker/src/delivery/delivery.ts';
import type { Answer, DeliveryPlan, Reply } from '../../../worker/src/delivery/plan.ts';
import { failed, succeeded, type Outcome } from '../../../worker/src/outcome.ts';
import { fakeContext } from '../client/fakePorts.mts';

type Plan = DeliveryPlan<string, string>;

const error = (kind: PinterestAdsError['kind'], said = 'No.') =>
	new PinterestAdsError(kind, `Could not do it: refused (${said})`);
const taken = (element: string) => succeeded(`${element} exists`);

/** A delivery of texts, two to a request, and the requests that it made. */
function delivery(post: (elements: readonly string[]) => Reply<string>, more: Partial<Plan> = {}) {
	const requests: string[][] = [];
	const { context, sleeps } = fakeContext([]);
	const made = new Delivery<string, string>({
		context,
		plural: 'texts',
		limits: { elements: 2 },
		post: async (elements) => {
			requests.push([...elements]);
			return await Promise.resolve(post(elements));
		},
		whenLost: { then: 'leave' },
		unknown: (element) => error('outcome-unknown', element),
		...more,
	});
	return {
		made,
		requests,
		sleeps,
		deliver: async (...all: string[]) => short(await made.deliver(all)),
	};
}

const short = (outcomes: ReadonlyArray<Outcome<string>>) =>
	outcomes.map((outcome) => (outcome.ok ? outcome.record : outcome.error.kind));
const answered = (...answers: Array<Answer<string>>): Reply<string> => ({
	then: 'answered',
	answers,
});
const takeAll = (elements: readonly string[]) => answered(...elements.map(taken));

describe('a request', () => {
	it('holds no more elements than it may', async () => {
		const { deliver, requests } = delivery(takeAll);
		expect(await deliver('a', 'b', 'c')).toEqual(['a exists', 'b exists', 'c exists']);
		expect(requests).toEqual([['a', 'b'], ['c']]);
	});

	it('holds no more bytes than it may; what alone is larger goes alone', async () => {
		const limits = { elements: 9, bytes: 6 };
		const sizes = { sizeOf: (element: string) => element.length, envelope: 2 };
		const { deliver, requests } = delivery(takeAll, { limits, ...sizes });
		await deliver('aa', 'bb', 'c', 'ddddddddd', 'e');
		expect(requests).toEqual([['aa', 'bb'], ['c'], ['ddddddddd'], ['e']]);
	});

	it('is not made for nothing', async () => {
		const { deliver, requests } = delivery(takeAll);
		expect(await deliver()).toEqual([]);
		expect(requests).toEqual([]);
	});
});

describe('a request that is refused as a whole', () => {
	const spoilt = (bad: (element: string) => boolean) => (elements: readonly string[]) =>
		elements.some(bad) ? { then: 'refused' as const, error: error('invalid') } : takeAll(elements);
	const many = Array.from({ length: 64 }, (_, n) => `t${n}`);
	const limits = { elements: 64 };

	it('costs only the element that spoils it', async () => {
		const { deliver } = delivery(spoilt((element) => element === 'b'));
		expect(await deliver('a', 'b', 'c', 'd')).toEqual([
			'a exists',
			'invalid',
			'c exists',
			'd exists',
		]);
	});

	it('is not halved any more where all are refused alike', async () => {
		const told: string[] = [];
		const { deliver, requests } = delivery(
			spoilt(() => true),
			{
				limits,
				refusedTogether: (element, refusal, { why, alone }) => {
					told.push(`${element}: ${why} after ${alone}`);
					return refusal;
				},
			},
		);
		expect(new Set(await deliver(...many))).toEqual(new Set(['invalid']));
		expect(requests.length).toBeLessThan(25);
		expect(told).toHaveLength(64 - 8);
		expect(told.at(-1)).toBe('t63: all-alike after 8');
	});

	it('is not looked into beyond what the plan allows', async () => {
		const { deliver, requests } = delivery(
			spoilt((element) => element !== 't0'),
			{ limits, searchRequests: 12 },
		);
		const outcomes = await deliver(...many);
		expect(outcomes[0]).toBe('t0 exists');
		expect(requests).toHaveLength(13);
	});

	it('and taken in part is halved until it is clear', async () => {
		const { deliver, requests } = delivery((elements) =>
			elements.length > 1 ? { then: 'unclear' } : takeAll(elements),
		);
		expect(await deliver('a', 'b')).toEqual(['a exists', 'b exists']);
		expect(requests).toEqual([['a', 'b'], ['a'], ['b']]);
	});
});

it.each(['token-expired', 'forbidden', 'rate-limited', 'cancelled'] as const)(
	'sends nothing more after %s',
	async (kind) => {
		const { deliver, requests } = delivery(() => ({ then: 'failed', error: error(kind) }));
		expect(await deliver('a', 'b', 'c')).toEqual([kind, kind, kind]);
		expect(await deliver('d')).toEqual([kind]);
		expect(requests).toEqual([['a', 'b']]);
	},
);

it('goes on after a fault that passes', async () => {
	const { deliver } = delivery((elements) =>
		elements.includes('a') ? { then: 'failed', error: error('unavailable') } : takeAll(elements),
	);
	expect(await deliver('a', 'b', 'c')).toEqual(['unavailable', 'unavailable', 'c exists']);
});

describe('what is sent again where that does no harm', () => {
	it('goes on till Pinterest says what became of it', async () => {
		let silent = 2;
		const { deliver, sleeps, requests } = delivery(
			(elements) =>
				silent-- > 0 ? answered(...elements.map(() => 'unsaid' as const)) : takeAll(elements),
			{ whenLost: { then: 'send-again' } },
		);
		expect(await deliver('a')).toEqual(['a exists']);
		expect(sleeps).toEqual([1000, 2000]);
		expect(requests).toHaveLength(3);
	});

	it('is given up after three repeats', async () => {
		const { deliver, requests } = delivery(() => ({ then: 'lost', error: error('network') }), {
			whenLost: { then: 'send-again' },
		});
		expect(await deliver('a')).toEqual(['outcome-unknown']);
		expect(requests).toHaveLength(4);
	});
});

describe('what would exist twice', () => {
	it('is never sent a second time where the answer came and is silent, or may hold it', async () => {
		let looks = 0;
		const { deliver, requests } = delivery(() => answered('unsaid', 'unassignable'), {
			whenLost: {
				then: 'look-up',
				find: async (lost) => {
					looks += 1;
					return await Promise.resolve({ found: lost.map(() => undefined) });
				},
			},
		});
		expect(await deliver('a', 'b')).toEqual(['outcome-unknown', 'outcome-unknown']);
		expect(requests).toHaveLength(1);
		expect(looks).toBe(5);
	});

	/** What happens to a request. */
	const way = fc.constantFrom(
		'done',
		'done, then lost',
		'lost',
		'refused',
		'silent',
		'half silent',
	);
	const ways = fc.array(way, { maxLength: 20 });

	it('exists at most once, and every element has its outcome', async () => {
		await fc.assert(
			fc.asyncProperty(
				ways,
				fc.integer({ min: 0, max: 9 }),
				fc.boolean(),
				async (what, count, lists) => {
					const held: string[] = [];
					const left = [...what];
					const { deliver } = delivery(
						(elements) => {
							const next = left.shift() ?? 'done';
							const lost = { then: 'lost' as const, error: error('outcome-unknown') };
							if (next === 'lost') return lost;
							if (next === 'refused' && elements.includes('t1')) {
								return { then: 'refused', error: error('invalid') };
							}
							held.push(...elements);
							if (next === 'done, then lost') return lost;
							return answered(
								...elements.map((element, n) =>
									next === 'silent' || (next === 'half silent' && n === 0)
										? 'unsaid'
										: taken(element),
								),
							);
						},
						{
							whenLost: {
								then: 'look-up',
								find: async (lost) => {
									const found = lost.map(({ element }) =>
										held.includes(element) ? `${element} exists` : undefined,
									);
									const unread = lists ? undefined : error('unavailable');
									return await Promise.resolve({ found, unread });
								},
							},
						},
					);
					const all = Array.from({ length: count }, (_, n) => `t${n}`);
					const outcomes = await deliver(...all);
					expect(new Set(held).size).toBe(held.length);
					expect(outcomes).toHaveLength(count);
					all.forEach((element, n) => {
						if (outcomes[n] === `${element} exists`) expect(held).toContain(element);
						else expect(held).not.toContain(element);
					});
				},
			),
			{ numRuns: 300 },
		);
	});
});

it('keeps the errors of elements apart from those of requests', async () => {
	const { deliver } = delivery(([first]) => answered(failed(error('invalid', first)), taken('b')));
	expect(await deliver('a', 'b')).toEqual(['invalid', 'b exists']);
});
