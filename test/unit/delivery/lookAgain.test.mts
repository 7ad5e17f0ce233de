import { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import { lookAgain, LOOKS_AT_MS } from '../../../worker/src/delivery/lookAgain.ts';
import { fakeContext, json } from '../client/fakePorts.mts';

/** A look for each of these; the last one repeats. */
function looks(...results: Array<boolean | Error>) {
	const fake = fakeContext([json({})]);
	const at: number[] = [];
	const began = fake.context.clock.now();
	let next = 0;
	const look = async () => {
		at.push(fake.context.clock.now() - began);
		const result = results[Math.min(next++, results.length - 1)];
		if (result instanceof Error) throw result;
		return result;
	};
	return { ...fake, at, look };
}

const unavailable = new PinterestAdsError('unavailable', 'No list.');

it('looks over a little more than a minute, ever more rarely', async () => {
	const { context, at, look } = looks(false);
	expect(await lookAgain(context, look)).toEqual({ state: 'not-listed' });
	expect(at).toEqual(LOOKS_AT_MS);
	expect(at.at(-1)).toBeGreaterThan(62_000);
});

it('stops as soon as everything is found', async () => {
	const { context, at, look } = looks(false, false, true);
	expect(await lookAgain(context, look)).toEqual({ state: 'found' });
	expect(at).toHaveLength(3);
});

it('has shown nothing where the last look failed, whatever the earlier ones saw', async () => {
	const { context, look } = looks(false, false, false, false, unavailable);
	expect(await lookAgain(context, look)).toEqual({ state: 'not-seen', error: unavailable });
});

it('goes on after a look that failed', async () => {
	const later = looks(unavailable, unavailable, false);
	expect(await lookAgain(later.context, later.look)).toEqual({ state: 'not-listed' });
	const found = looks(unavailable, true);
	expect(await lookAgain(found.context, found.look)).toEqual({ state: 'found' });
});

it('takes an unexpected failure of a look for a look that saw nothing', async () => {
	const cause = new TypeError('x is not iterable');
	const { context, look } = looks(cause);
	expect(await lookAgain(context, look)).toMatchObject({
		state: 'not-seen',
		error: { kind: 'unavailable', message: expect.stringContaining('x is not iterable'), cause },
	});
});

it.each(['forbidden', 'token-expired', 'token-scope', 'cancelled'] as const)(
	'does not go on where no later look would see more: %s',
	async (kind) => {
		const { context, at, look } = looks(new PinterestAdsError(kind, 'No.'));
		expect(await lookAgain(context, look)).toMatchObject({ state: 'not-seen', error: { kind } });
		expect(at).toHaveLength(1);
	},
);

it('ends when the execution is cancelled while it waits', async () => {
	const { context, at, look } = looks(false);
	const signal = AbortSignal.abort();
	expect(await lookAgain({ ...context, signal }, look)).toMatchObject({
		state: 'not-seen',
		error: { kind: 'cancelled' },
	});
	expect(at).toEqual([]);
});

it('leaves out looks whose time a slow one has used up, but never the last', async () => {
	const { context, advance, at, look } = looks(false);
	const slow = async () => {
		const found = await look();
		advance(25_000);
		return found;
	};
	expect(await lookAgain(context, slow)).toEqual({ state: 'not-listed' });
	expect(at).toEqual([2000, 30_000, 66_000]);
});

it('looks as often where the clock stands still', async () => {
	const { context, at, look } = looks(false);
	const clock = { now: () => 0, sleep: async () => undefined };
	expect(await lookAgain({ ...context, clock }, look)).toEqual({ state: 'not-listed' });
	expect(at).toHaveLength(LOOKS_AT_MS.length);
});
