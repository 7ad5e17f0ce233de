import fc from 'fast-check';
import { clientOf } from '../../../worker/src/client/client.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import { fakeContext, json } from './fakePorts.mts';

const get = {
	method: 'GET',
	path: '/analytics',
	category: 'ads_analytics',
	doing: 'get the metrics',
} as const;
const create = {
	method: 'POST',
	path: '/x',
	body: [{}],
	category: 'ads_write',
	repeat: 'unsafe',
	doing: 'create x',
} as const;

const errorOf = async (promise: Promise<unknown>): Promise<PinterestAdsError> =>
	await promise.then(
		() => {
			throw new Error('expected a rejection');
		},
		(error) => error,
	);

const said = (message: string, code = 1, status = 400, headers = {}) =>
	json({ code, message }, status, headers);

describe('a refusal for too many requests that names its wait in the message', () => {
	it.each([
		['Exceeded. Retry after 37 seconds', 37_000],
		['retry after 37 seconds.', 37_000],
		['RETRY AFTER 2 MINUTES', 120_000],
		['Too many requests, try again in 37s', 37_000],
		['Please retry in 1 minute and 30 seconds', 90_000],
		['retry in 1m30s', 90_000],
		['Rate limited. Please wait 5 sec', 5000],
		['Retry-After: 12', 12_000],
		['retry after 12', 12_000],
		['Please try again after 1.5 minutes.', 90_000],
		['retry after 250ms', 250],
		['available in 9 seconds', 9000],
	])('%s: is waited for once, whether a 400 or a 429', async (message, wait) => {
		for (const status of [400, 429]) {
			const answers = [said(message, 1, status), json({ ok: 1 })];
			const { context, requests, sleeps } = fakeContext(answers);
			await expect(clientOf(context).call(get)).resolves.toEqual({ ok: 1 });
			expect(sleeps).toEqual([wait]);
			expect(requests).toHaveLength(2);
		}
	});

	it('is the same for a create, which was refused before it was done', async () => {
		const { context, requests } = fakeContext([
			said('Retry after 37 seconds'),
			json({ items: [] }),
		]);
		await clientOf(context).call(create);
		expect(requests).toHaveLength(2);
	});

	it('says when to come back where that is too long to wait', async () => {
		const { context, requests } = fakeContext([said('Retry after 3 minutes')]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 180_000, retryable: true });
		expect(error.toRecord()).toMatchObject({ retry_after_ms: 180_000 });
		expect(requests).toHaveLength(1);
	});

	it('ends as rate-limited after several of them, each waited for', async () => {
		const { context, sleeps } = fakeContext([said('Retry after 37 seconds')]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 37_000 });
		expect(sleeps).toEqual([37_000, 37_000, 37_000]);
	});

	it.each([
		['This request exceeded a rate limit.', 1],
		['Rate limit reached for this app', 400],
		['Too many requests', 1],
		['x', 8],
	])('%s (code %i), without a wait, is no fault of the input', async (message, code) => {
		const { context, requests } = fakeContext([said(message, code)]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'rate-limited', code });
		expect(requests).toHaveLength(4);
	});

	it('prefers the header', async () => {
		const headers = { 'retry-after': '3' };
		const answers = [said('Retry after 37 seconds', 8, 429, headers), json({})];
		const { context, sleeps } = fakeContext(answers);
		await clientOf(context).call(get);
		expect(sleeps).toEqual([3000]);
	});

	it('reads any number of seconds', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 120 }), async (seconds) => {
				const answers = [said(`Slow down. Retry after ${seconds} seconds`), json({})];
				const { context, sleeps } = fakeContext(answers);
				await clientOf(context).call(get);
				expect(sleeps).toEqual([seconds * 1000]);
			}),
		);
	});
});

describe('a refusal of the input stays one', () => {
	it.each([
		['Invalid bid: the bid limit is exceeded', 1],
		['Campaign name "Retry after 37 seconds" is invalid', 1],
		['Name “too many requests” is taken', 1],
		['The daily budget exceeds the spend limit', 2384],
		['Something is wrong with the objective', 1],
		['Please correct it and try again', 400],
		['retry after 2026-11-29', 1],
		['The value "internal error" is not allowed', 1],
		['Campaign was not found, try again later', 2345],
	])('%s (code %i)', async (message, code) => {
		const { context, requests, sleeps } = fakeContext([said(message, code)]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'invalid', code, retryable: false });
		expect(requests).toHaveLength(1);
		expect(sleeps).toEqual([]);
	});
});

describe('a 400 that is a fault of Pinterest’s own', () => {
	const passing: Array<[string, number]> = [
		['Something went wrong on our end. Sorry about that.', 12],
		['Something went wrong on our end.', 1],
		['Oops', 12],
		['Internal error', 1],
		['Internal server error', 400],
		['The service is temporarily unavailable', 1],
		['Please try again later', 1],
	];

	it.each(passing)('%s (code %i) is read again', async (message, code) => {
		const { context, requests } = fakeContext([said(message, code), json({ ok: 1 })]);
		await expect(clientOf(context).call(get)).resolves.toEqual({ ok: 1 });
		expect(requests).toHaveLength(2);
	});

	it.each(passing)('%s (code %i) ends as unavailable', async (message, code) => {
		const { context, requests } = fakeContext([said(message, code)]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'unavailable', status: 400, code, retryable: true });
		expect(requests).toHaveLength(4);
	});

	it('leaves open what became of a create', async () => {
		const { context, requests } = fakeContext([said('Something went wrong on our end.', 12)]);
		const error = await errorOf(clientOf(context).call(create));
		expect(error.kind).toBe('outcome-unknown');
		expect(requests).toHaveLength(1);
	});
});

describe('when to come back', () => {
	it('is never said by the ordinary X-RateLimit-Reset of a 5xx', async () => {
		const busy = json({ code: 11, message: 'x' }, 503, {
			'x-ratelimit-limit': '1000',
			'x-ratelimit-remaining': '998',
			'x-ratelimit-reset': '58',
		});
		const { context } = fakeContext([busy]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'unavailable', retryAfterMs: undefined });
		expect(error.hint).not.toContain('58');
	});

	it('is said by the Retry-After of a 5xx', async () => {
		const { context } = fakeContext([json({}, 503, { 'retry-after': '90' })]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'unavailable', retryAfterMs: 90_000 });
		expect(error.hint).toContain('90 seconds');
	});
});

describe('a limit that an answer says is used up', () => {
	const usedUpFor = (seconds: number) =>
		json({ ok: 1 }, 200, {
			'x-ratelimit-remaining': '0',
			'x-ratelimit-reset': String(seconds),
		});

	it('is waited for by every run of the connection, and nobody is refused', async () => {
		const usedUp = new Map();
		const first = fakeContext([usedUpFor(37)], { usedUp });
		await clientOf(first.context).call(get);
		const next = fakeContext([json({ ok: 2 })], { usedUp });
		await expect(clientOf(next.context).call(get)).resolves.toEqual({ ok: 2 });
		expect(next.sleeps).toEqual([37_000]);
		expect(next.requests).toHaveLength(1);
	});

	it('holds nothing else back, and no other connection', async () => {
		const usedUp = new Map();
		await clientOf(fakeContext([usedUpFor(37)], { usedUp }).context).call(get);
		const write = fakeContext([json({ items: [] })], { usedUp });
		await clientOf(write.context).call(create);
		const other = fakeContext([json({ ok: 2 })], { usedUp: new Map() });
		await clientOf(other.context).call(get);
		expect([write.sleeps, other.sleeps]).toEqual([[], []]);
	});

	it('for longer than one waits ends this run, and the next one asks again', async () => {
		const usedUp = new Map();
		const first = fakeContext([usedUpFor(40_000), json({ ok: 2 })], { usedUp });
		const client = clientOf(first.context);
		await client.call(get);
		expect((await errorOf(client.call(get))).kind).toBe('rate-limited');
		const next = fakeContext([json({ ok: 3 })], { usedUp });
		await expect(clientOf(next.context).call(get)).resolves.toEqual({ ok: 3 });
	});
});
