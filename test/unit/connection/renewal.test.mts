import {
	RefreshOnce,
	parseTokenAnswer,
	refreshRequest,
	type FormRequest,
} from '../../../worker/src/connection/index.ts';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;
const GRANT = {
	baseUrl: 'https://api.example.com/v5',
	clientId: '1499999',
	clientSecret: 's3cret/+',
	refreshToken: 'pinr_a+b',
};
const ANSWER = {
	access_token: 'pina_new',
	refresh_token: 'pinr_new',
	expires_in: 2_592_000,
	refresh_token_expires_in: 5_184_000,
	refresh_token_expires_at: (NOW + 60 * DAY) / 1000,
	scope: 'ads:read ads:write',
};

describe('the token endpoint', () => {
	it('is asked with a form and Basic authentication', () => {
		const { method, url, headers, body } = refreshRequest(GRANT);
		expect(`${method} ${url}`).toBe('POST https://api.example.com/v5/oauth/token');
		expect(headers).toEqual({
			authorization: `Basic ${Buffer.from('1499999:s3cret/+').toString('base64')}`,
			'content-type': 'application/x-www-form-urlencoded',
			accept: 'application/json',
		});
		expect(body).toBe('grant_type=refresh_token&refresh_token=pinr_a%2Bb');
	});

	it.each([['parsed', ANSWER] as const, ['as text', JSON.stringify(ANSWER)] as const])(
		'answers with new tokens, %s',
		(_, body) => {
			expect(parseTokenAnswer(200, body, NOW)).toEqual({
				accessToken: 'pina_new',
				refreshToken: 'pinr_new',
				scope: 'ads:read ads:write',
				expiresAt: NOW + 30 * DAY,
				refreshExpiresAt: NOW + 60 * DAY,
			});
		},
	);

	it('may name only the length of a refresh token’s life, or leave the old one in force', () => {
		const body = { access_token: 'pina_new', refresh_token_expires_in: 60 };
		expect(parseTokenAnswer(200, body, NOW)).toEqual({
			accessToken: 'pina_new',
			refreshToken: undefined,
			scope: undefined,
			expiresAt: undefined,
			refreshExpiresAt: NOW + 60_000,
		});
	});

	it.each([
		[400, 'refresh-refused'],
		[401, 'refresh-refused'],
		[403, 'refresh-refused'],
		[408, 'not-sent'],
		[429, 'not-sent'],
		[500, 'not-sent'],
		[503, 'not-sent'],
	])('means by a %s: %s', (status, fault) => {
		const outcome = parseTokenAnswer(status, { code: 283, message: 'pinr_a+b is invalid' }, NOW);
		expect(outcome).toMatchObject({ name: 'TransportFault', fault });
		expect(String(outcome)).not.toContain('pinr_');
	});

	it.each(['<html>', '', '{"access_token":', {}, { access_token: '' }, null])(
		'may be asked again after a 200 with %j',
		(body) => {
			expect(parseTokenAnswer(200, body, NOW)).toMatchObject({ fault: 'not-sent' });
		},
	);
});

describe('RefreshOnce', () => {
	function keeper(...answers: Array<{ status: number; body: unknown } | Error>) {
		const posted: FormRequest[] = [];
		let now = NOW;
		const once = new RefreshOnce(() => now);
		const post = async (request: FormRequest) => {
			const answer = answers[Math.min(posted.length, answers.length - 1)];
			posted.push(request);
			await Promise.resolve();
			if (answer instanceof Error) throw answer;
			return answer;
		};
		return {
			posted,
			refresh: async (spent = 'pina_old', grant = GRANT) => await once.refresh(grant, spent, post),
			advance: (ms: number) => (now += ms),
		};
	}
	const good = { status: 200, body: ANSWER };

	it('asks once for requests that come at the same time, and for stragglers', async () => {
		const { refresh, posted } = keeper(good);
		const outcomes = await Promise.all([refresh(), refresh(), refresh()]);
		outcomes.push(await refresh());
		expect(outcomes.map((outcome) => 'accessToken' in outcome && outcome.accessToken)).toEqual(
			Array(4).fill('pina_new'),
		);
		expect(posted).toHaveLength(1);
	});

	it('asks again for a token that was renewed already and is refused once more', async () => {
		const { refresh, posted } = keeper(good);
		await refresh();
		await refresh('pina_new');
		expect(posted).toHaveLength(2);
	});

	it('keeps connections apart', async () => {
		const { refresh, posted } = keeper(good);
		await refresh();
		await refresh('pina_old', { ...GRANT, refreshToken: 'pinr_other' });
		await refresh('pina_old', { ...GRANT, clientSecret: 'corrected' });
		expect(posted).toHaveLength(3);
	});

	it('lets a refusal stand for a while', async () => {
		const { refresh, posted, advance } = keeper({ status: 400, body: {} }, good);
		expect(await refresh()).toMatchObject({ fault: 'refresh-refused' });
		expect(await refresh()).toMatchObject({ fault: 'refresh-refused' });
		expect(posted).toHaveLength(1);
		advance(11 * 60_000);
		expect(await refresh()).toMatchObject({ accessToken: 'pina_new' });
	});

	it.each([
		['an outage', { status: 503, body: {} }],
		['a lost answer', new Error('socket hang up, Authorization: Basic abc')],
	])('asks again after %s', async (_, trouble) => {
		const { refresh } = keeper(trouble, good);
		const outcome = await refresh();
		expect(outcome).toMatchObject({ fault: 'not-sent' });
		expect(String(outcome)).not.toContain('Basic');
		expect(await refresh()).toMatchObject({ accessToken: 'pina_new' });
	});

	it('forgets the oldest when it holds many', async () => {
		const { refresh, posted } = keeper(good);
		for (let n = 0; n <= 100; n++) await refresh(`pina_${n}`);
		await refresh('pina_100');
		expect(posted).toHaveLength(101);
		await refresh('pina_0');
		expect(posted).toHaveLength(102);
	});
});
