import { clientOf } from '../../../worker/src/client/client.ts';
import type { PinterestAdsError } from '../../../worker/src/client/errors.ts';
import { fakeContext, fault, json } from './fakePorts.mts';

const get = { method: 'GET', path: '/x', category: 'ads_read', doing: 'read x' } as const;
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

describe('repeating', () => {
	it.each([429, 500, 502, 503])('gives a read %i three more tries', async (status) => {
		const bad = json({ code: 8, message: 'no' }, status);
		const { context, requests, sleeps } = fakeContext([bad, bad, bad, json({ ok: 1 })]);
		await expect(clientOf(context).call(get)).resolves.toEqual({ ok: 1 });
		expect(requests).toHaveLength(4);
		// Exponential, and never longer than the full step.
		expect(sleeps.map((ms) => Math.round(ms))).toEqual([999, 1998, 3996]);
	});

	it('gives up after three repeats and says so', async () => {
		const { context, requests } = fakeContext([json('<html>', 502)]);
		const error = await errorOf(clientOf(context).call(get));
		expect(requests).toHaveLength(4);
		expect(error).toMatchObject({ kind: 'unavailable', status: 502, retryable: true });
	});

	it.each([400, 401, 403, 404, 409, 422])('never repeats a %i', async (status) => {
		const { context, requests } = fakeContext([json({ code: 1, message: 'no' }, status)]);
		await errorOf(clientOf(context).call(get));
		expect(requests).toHaveLength(1);
	});

	it.each([
		['500', json({ code: 0, message: 'x' }, 500)],
		['a cut connection', fault('no-answer')],
		['a cut body', json('{"items":[{"da')],
		['a proxy page instead of JSON', json('<html>busy</html>')],
	])('never repeats a create after %s: its outcome is unknown', async (_name, answer) => {
		const { context, requests } = fakeContext([answer]);
		const error = await errorOf(clientOf(context).call(create));
		expect(requests).toHaveLength(1);
		expect(error.kind).toBe('outcome-unknown');
	});

	it.each([
		['429', json({ code: 8, message: 'x' }, 429)],
		['a refused connection', fault('not-sent')],
	])('repeats a create after %s, which cannot have done it', async (_name, answer) => {
		const { context, requests } = fakeContext([answer, json({ items: [] })]);
		await clientOf(context).call(create);
		expect(requests).toHaveLength(2);
	});

	it('reads again after a cut body', async () => {
		const { context } = fakeContext([json('{"ite'), json({ items: [] })]);
		await expect(clientOf(context).call(get)).resolves.toEqual({ items: [] });
	});

	it.each([
		[{ 'retry-after': '7' }, 7000],
		[{ 'retry-after': 'Tue, 24 Nov 2026 00:00:09 GMT' }, 9000],
		[{ 'x-ratelimit-reset': '58' }, 58_000],
		[{ 'retry-after': '3', 'x-ratelimit-reset': '58' }, 3000],
	])('waits as long as %j says', async (headers, wait) => {
		const { context, sleeps } = fakeContext([json({}, 429, headers), json({})]);
		await clientOf(context).call(get);
		expect(sleeps).toEqual([wait]);
	});

	it('does not hold an execution for a daily limit, and says when to come back', async () => {
		const limited = json({ code: 8, message: 'x' }, 429, { 'x-ratelimit-reset': '67150' });
		const { context, requests, sleeps } = fakeContext([limited]);
		const error = await errorOf(clientOf(context).call(get));
		expect(requests).toHaveLength(1);
		expect(sleeps).toEqual([]);
		expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 67_150_000 });
		expect(error.hint).toContain('19 hours');
	});
});

describe('pacing', () => {
	it('keeps to the category’s requests a minute', async () => {
		const { context, sleeps } = fakeContext([json({})]);
		for (let n = 0; n < 101; n++) {
			await clientOf(context).call({ ...get, category: 'org_write' });
		}
		expect(sleeps.reduce((sum, ms) => sum + ms, 0)).toBe(60_000);
	});

	it('waits before sending when the headers say nothing is left', async () => {
		const last = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '12' };
		const { context, sleeps, requests } = fakeContext([json({}, 200, last), json({})]);
		await clientOf(context).call(get);
		await clientOf(context).call({ ...get, category: 'ads_write' });
		expect(sleeps).toEqual([]);
		await clientOf(context).call(get);
		expect(sleeps).toEqual([12_000]);
		expect(requests).toHaveLength(3);
	});

	it('reads the first number of a limit header that lists several windows', async () => {
		const headers = {
			'x-ratelimit-remaining': '0, 5;w=60;name="x"',
			'x-ratelimit-reset': '4',
		};
		const { context, sleeps } = fakeContext([json({}, 200, headers), json({})]);
		await clientOf(context).call(get);
		await clientOf(context).call(get);
		expect(sleeps).toEqual([4000]);
	});
});

describe('errors', () => {
	it.each([
		[401, 2, 'token-expired', /Invalid access token/],
		[401, 3, 'token-scope', /scope/],
		[403, 29, 'forbidden', /role/],
		[404, undefined, 'not-found', /ad account/],
		[400, 4196, 'invalid', /Correct the input/],
	])('%i with code %s is %s, with what to do', async (status, code, kind, hint) => {
		const { context } = fakeContext([json({ code, message: 'said so' }, status)]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind, status, retryable: false });
		expect(error.message).toContain('said so');
		expect(error.hint).toMatch(hint);
	});

	it('lets no address, token or digest of Pinterest’s message through', async () => {
		const digest = 'a'.repeat(64);
		const message = `bad record jane.doe@example.com, pina_SECRET123, ${digest}`;
		const { context } = fakeContext([json({ code: 400, message }, 400)]);
		const error = await errorOf(clientOf(context).call(get));
		expect(JSON.stringify(error.toRecord())).not.toMatch(/jane|SECRET|aaaa/);
	});

	it('asks no second time with a dead token', async () => {
		const { context, requests } = fakeContext([json({ code: 2, message: 'x' }, 401)]);
		await errorOf(clientOf(context).call(get));
		const again = await errorOf(clientOf(context).call(get));
		expect(again.kind).toBe('token-expired');
		expect(requests).toHaveLength(1);
	});

	it('says reconnect when the token could not be renewed', async () => {
		const { context, requests } = fakeContext([fault('refresh-refused', 'refused')]);
		const error = await errorOf(clientOf(context).call(get));
		expect(error.kind).toBe('token-expired');
		expect(error.hint).toContain('Reconnect');
		expect(requests).toHaveLength(1);
	});

	it('stops waiting when the execution is cancelled', async () => {
		const cancel = new AbortController();
		const { context } = fakeContext(
			[
				() => {
					cancel.abort();
					return json({}, 503);
				},
			],
			{ signal: cancel.signal },
		);
		const error = await errorOf(clientOf(context).call(get));
		expect(error).toMatchObject({ kind: 'cancelled', retryable: false });
	});
});

describe('lists', () => {
	it('follows bookmarks to the end, also over an empty page', async () => {
		const { context, requests } = fakeContext([
			json({ items: [1, 2], bookmark: 'a b' }),
			json({ items: [], bookmark: 'c' }),
			json({ items: [3], bookmark: null }),
		]);
		expect(await Array.fromAsync(clientOf(context).list(get))).toEqual([1, 2, 3]);
		expect(requests.map(({ path }) => path)).toEqual([
			'/x?page_size=250',
			'/x?page_size=250&bookmark=a%20b',
			'/x?page_size=250&bookmark=c',
		]);
	});

	it('takes a list whose bookmark comes back for one that nobody has read to its end', async () => {
		const { context, requests } = fakeContext([json({ items: [1], bookmark: 'same' })]);
		const error = await errorOf(Array.fromAsync(clientOf(context).list(get)));
		expect(error).toMatchObject({ kind: 'unavailable', retryable: true });
		expect(error.message).toBe(
			'Could not read x: Pinterest’s list does not end: the same page marker came back.',
		);
		expect(requests).toHaveLength(2);
	});

	it('notices a larger circle of bookmarks', async () => {
		const page = (bookmark: string) => json({ items: [1], bookmark });
		const { context, requests } = fakeContext([page('a'), page('b'), page('c'), page('b')]);
		const error = await errorOf(Array.fromAsync(clientOf(context).list(get)));
		expect(error).toMatchObject({ kind: 'unavailable' });
		expect(requests).toHaveLength(4);
	});

	it.each([
		['pages', [1], 4000],
		['empty pages', [], 100],
	])('ends a list of ever new bookmarks after a number of %s', async (_name, items, most) => {
		let number = 0;
		const { context, requests } = fakeContext([
			() => json({ items, bookmark: `page ${number++}` }),
		]);
		const error = await errorOf(Array.fromAsync(clientOf(context).list(get)));
		expect(error).toMatchObject({ kind: 'unavailable', retryable: true });
		expect(error.message).toContain('does not end');
		expect(requests).toHaveLength(most);
	});

	it('is content with what it needs of a list that does not end', async () => {
		const { context } = fakeContext([json({ items: [1, 2], bookmark: 'same' })]);
		for await (const one of clientOf(context).list(get)) {
			expect(one).toBe(1);
			break;
		}
	});

	it.each([
		[null],
		[[]],
		[{}],
		[{ items: null }],
		[{ items: {} }],
		[{ items: 'x' }],
		[{ items: [1], bookmark: ['a'] }],
		[{ items: [1], bookmark: 7 }],
		[{ items: [1], bookmark: {} }],
	])('reads no list out of %j', async (body) => {
		const { context } = fakeContext([json(body)]);
		const error = await errorOf(Array.fromAsync(clientOf(context).list(get)));
		expect(error).toMatchObject({ kind: 'unavailable', retryable: true });
	});
});
