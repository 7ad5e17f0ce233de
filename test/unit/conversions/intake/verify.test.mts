import {
	isAuthorized,
	requireFittingSecret,
	type Call,
	type Caller,
	type CallerSecret,
} from '../../../../worker/src/conversions/intake/index.ts';
import { NOW } from '../sending/eventsEndpoint.mts';
import { shopifyOrder } from '../documents/shopifyOrder.mts';
import { callOf, inBase64, inHex, NOW_SECONDS, stripeHeader } from './calls.mts';

const SECRET = 'whsec_example_of_a_secret';
const BODY = JSON.stringify(shopifyOrder);
const signing: CallerSecret = { method: 'signature', secret: SECRET };

/** The header in which each shop that signs the body alone sends its signature. */
const HEADER = { shopify: 'x-shopify-hmac-sha256', wooCommerce: 'x-wc-webhook-signature' } as const;

const isIn = (
	caller: Caller,
	headers: Record<string, string>,
	{
		body = BODY,
		secret = signing,
		now = NOW,
	}: { body?: string; secret?: CallerSecret; now?: number } = {},
) => isAuthorized(caller, secret, callOf(body, headers), now);

describe.each(['shopify', 'wooCommerce'] as const)('a call signed as %s signs it', (caller) => {
	const header = HEADER[caller];
	const good = { [header]: inBase64(SECRET, BODY) };

	it('is let in', () => {
		expect(isIn(caller, good)).toBe(true);
	});

	it('is let in when its body holds bytes that are not UTF-8: nothing is made of them before', () => {
		const body = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
		const call = callOf(body, { [header]: inBase64(SECRET, body) });
		expect(isAuthorized(caller, signing, call, NOW)).toBe(true);
	});

	it.each<[string, Record<string, string>]>([
		['no signature', {}],
		['an empty one', { [header]: '' }],
		['one of another secret', { [header]: inBase64('another', BODY) }],
		['one of no secret', { [header]: inBase64('', BODY) }],
		['one of another body', { [header]: inBase64(SECRET, `${BODY} `) }],
		['one in hex', { [header]: Buffer.from(inBase64(SECRET, BODY), 'base64').toString('hex') }],
		['a piece of it', { [header]: inBase64(SECRET, BODY).slice(0, -1) }],
		['more than it', { [header]: `${inBase64(SECRET, BODY)}, ` }],
		['Stripe’s', { 'stripe-signature': stripeHeader(SECRET, NOW_SECONDS, BODY) }],
	])('is not let in with %s', (_, headers) => {
		expect(isIn(caller, headers)).toBe(false);
	});

	it('is not let in when one byte of its body was changed', () => {
		const changed = BODY.replace('55.80', '55.81');
		expect(changed).toHaveLength(BODY.length);
		expect(isIn(caller, good, { body: changed })).toBe(false);
	});

	it('is not let in by the secret itself, in a header', () => {
		const secret: CallerSecret = { method: 'header', name: 'X-Key', value: SECRET };
		expect(isIn(caller, { 'x-key': SECRET }, { secret })).toBe(false);
	});
});

it('takes no shop’s signature for another’s', () => {
	const signature = inBase64(SECRET, BODY);
	expect(isIn('wooCommerce', { [HEADER.shopify]: signature })).toBe(false);
	expect(isIn('shopify', { [HEADER.wooCommerce]: signature })).toBe(false);
	expect(isIn('ownSite', { [HEADER.shopify]: signature })).toBe(false);
});

describe('a call signed as Stripe signs it', () => {
	const at = (seconds: number, body = BODY) => ({
		'stripe-signature': stripeHeader(SECRET, seconds, body),
	});
	const v1 = inHex(SECRET, NOW_SECONDS, BODY);
	const t = `t=${NOW_SECONDS}`;
	const withHeader = (header: string) => isIn('stripe', { 'stripe-signature': header });

	it.each([
		['now', 0],
		['five minutes ago', -300],
		['as long ahead, where the clocks differ', 300],
	])('is let in when it was signed %s', (_, seconds) => {
		expect(isIn('stripe', at(NOW_SECONDS + seconds))).toBe(true);
	});

	it.each([
		['a second more than five minutes ago', -301],
		['longer ahead', 301],
		['a year ago', -31_536_000],
	])('is not let in when it was signed %s', (_, seconds) => {
		expect(isIn('stripe', at(NOW_SECONDS + seconds))).toBe(false);
	});

	it('is let in again within the window: the event’s ID makes one of both', () => {
		const headers = at(NOW_SECONDS);
		const later = { now: NOW + 299_000 };
		expect(isIn('stripe', headers)).toBe(true);
		expect(isIn('stripe', headers, later)).toBe(true);
	});

	it.each([
		['with two signatures, of an old secret and this one', `${t},v1=${'0'.repeat(64)},v1=${v1}`],
		['in another order, with a scheme of the future', `v2=abc,v1=${v1},v0=abc,${t}`],
		['with spaces', `${t}, v1=${v1}`],
	])('is let in %s', (_, header) => {
		expect(withHeader(header)).toBe(true);
	});

	it.each([
		['nothing', ''],
		['no time', `v1=${v1}`],
		['no signature', t],
		['a signature of nothing', `${t},v1=`],
		['only the old scheme, which Stripe uses for tests', `${t},v0=${v1}`],
		['a time that is none', `t=now,v1=${v1}`],
		['an empty time', `t=,v1=${v1}`],
		['a time of another spelling', `t=${NOW_SECONDS}.0,v1=${v1}`],
		['a time that was changed', `t=${NOW_SECONDS + 1},v1=${v1}`],
		['a second time that fits', `t=1,${t},v1=${v1}`],
		['capitals', `${t},v1=${v1.toUpperCase()}`],
		['another secret', stripeHeader('another', NOW_SECONDS, BODY)],
		['no secret', stripeHeader('', NOW_SECONDS, BODY)],
		['the body alone', `${t},v1=${Buffer.from(inBase64(SECRET, BODY), 'base64').toString('hex')}`],
	])('is not let in with %s', (_, header) => {
		expect(withHeader(header)).toBe(false);
	});

	it('is not let in when one byte of its body was changed', () => {
		expect(isIn('stripe', at(NOW_SECONDS), { body: BODY.replace('Jane', 'Jana') })).toBe(false);
	});
});

describe('one’s own site', () => {
	const header: CallerSecret = {
		method: 'header',
		name: ' X-Pinterest-Key ',
		value: 'k-1234567890',
	};
	const bearer: CallerSecret = { method: 'bearer', token: 'k-1234567890' };
	const basic: CallerSecret = { method: 'basic', user: 'shöp', password: 'p:4ss wörd' };
	const pair = (user: string, password: string) =>
		Buffer.from(`${user}:${password}`).toString('base64');

	it.each<[string, CallerSecret, Record<string, string>]>([
		['the header', header, { 'x-pinterest-key': 'k-1234567890' }],
		['the token', bearer, { authorization: 'Bearer k-1234567890' }],
		['the token, however Bearer is written', bearer, { authorization: 'bearer k-1234567890' }],
		['user and password', basic, { authorization: `Basic ${pair('shöp', 'p:4ss wörd')}` }],
		[
			'both, however Basic is written',
			basic,
			{ authorization: `basic ${pair('shöp', 'p:4ss wörd')}` },
		],
		[
			'a secret that was pasted with a line end',
			{ method: 'header', name: 'X-Key', value: 'k-1234567890\n' },
			{ 'x-key': 'k-1234567890' },
		],
		[
			'a token that was pasted with the word Bearer',
			{ method: 'bearer', token: ' Bearer k-1234567890\n' },
			{ authorization: 'Bearer k-1234567890' },
		],
	])('is let in with %s', (_, secret, headers) => {
		expect(isIn('ownSite', headers, { secret })).toBe(true);
	});

	it.each<[string, CallerSecret, Record<string, string>]>([
		['nothing', header, {}],
		['an empty header', header, { 'x-pinterest-key': '' }],
		['a piece of the secret', header, { 'x-pinterest-key': 'k-123456789' }],
		['capitals', header, { 'x-pinterest-key': 'K-1234567890' }],
		['another header', header, { authorization: 'k-1234567890' }],
		['the token alone', bearer, { authorization: 'k-1234567890' }],
		['the token as Basic', bearer, { authorization: 'Basic k-1234567890' }],
		['two tokens', bearer, { authorization: 'Bearer k-1234567890, Bearer x' }],
		['another password', basic, { authorization: `Basic ${pair('shöp', 'p')}` }],
		['another user', basic, { authorization: `Basic ${pair('shop', 'p:4ss wörd')}` }],
		['the pair in clear', basic, { authorization: 'Basic shöp:p:4ss wörd' }],
	])('is not let in with %s', (_, secret, headers) => {
		expect(isIn('ownSite', headers, { secret })).toBe(false);
	});
});

/** Each method with one part of its secret empty. */
const EMPTY: Array<[string, CallerSecret]> = ['', '  '].flatMap((nothing) => [
	['a header without a name', { method: 'header', name: nothing, value: 'k-1234567890' }],
	['a header without a value', { method: 'header', name: 'X-Key', value: nothing }],
	['no token', { method: 'bearer', token: nothing }],
	['no user', { method: 'basic', user: nothing, password: 'k-1234567890' }],
	['no password', { method: 'basic', user: 'shop', password: nothing }],
	['no signing secret', { method: 'signature', secret: nothing }],
]);

describe('a secret of nothing', () => {
	/** What a stranger would send who knows that there is none. */
	const guesses = (secret: CallerSecret): Call[] => {
		const password = secret.method === 'basic' ? `${secret.user}:${secret.password}` : '';
		const key = secret.method === 'signature' ? secret.secret : '';
		return [
			callOf(BODY),
			callOf(BODY, { '': 'k-1234567890', 'x-key': '' }),
			callOf(BODY, { 'x-key': '  ' }),
			callOf(BODY, { authorization: 'Bearer ' }),
			callOf(BODY, { authorization: 'Bearer' }),
			callOf(BODY, { authorization: `Basic ${Buffer.from(password).toString('base64')}` }),
			callOf(BODY, { [HEADER.shopify]: inBase64(key, BODY) }),
			callOf(BODY, { [HEADER.wooCommerce]: inBase64(key, BODY) }),
			callOf(BODY, { 'stripe-signature': stripeHeader(key, NOW_SECONDS, BODY) }),
		];
	};

	it.each(EMPTY)('lets nobody in: %s', (_, secret) => {
		for (const caller of ['ownSite', 'shopify', 'wooCommerce', 'stripe'] as const) {
			const letIn = guesses(secret).filter((call) => isAuthorized(caller, secret, call, NOW));
			expect(letIn).toEqual([]);
		}
	});

	it.each(EMPTY)('is refused when the workflow is published: %s', (_, secret) => {
		const caller = secret.method === 'signature' ? 'stripe' : 'ownSite';
		expect(() => requireFittingSecret(caller, secret)).toThrow(
			expect.objectContaining({
				kind: 'invalid',
				message: expect.stringMatching(/ there is no \w+/),
			}),
		);
	});
});

describe('a secret and a source', () => {
	const secrets: Record<CallerSecret['method'], CallerSecret> = {
		header: { method: 'header', name: 'X-Key', value: 'k' },
		bearer: { method: 'bearer', token: 'k' },
		basic: { method: 'basic', user: 'u', password: 'k' },
		signature: signing,
	};
	const fits = (caller: Caller, method: CallerSecret['method']) => {
		try {
			requireFittingSecret(caller, secrets[method]);
			return true;
		} catch (error) {
			expect(error).toMatchObject({ kind: 'invalid', hint: expect.stringMatching(/^Choose /) });
			return false;
		}
	};

	it('fit where the source can show the secret', () => {
		const callers = ['ownSite', 'shopify', 'wooCommerce', 'stripe'] as const;
		const methods = ['header', 'bearer', 'basic', 'signature'] as const;
		const fitting = callers.map((caller) => [caller, methods.filter((one) => fits(caller, one))]);
		expect(Object.fromEntries(fitting)).toEqual({
			ownSite: ['header', 'bearer', 'basic'],
			shopify: ['signature'],
			wooCommerce: ['signature'],
			stripe: ['signature'],
		});
	});

	it.each(['X Key', 'X-Key:', 'Schlüssel', 'a\nb'])(
		'do not fit where no header can be called so: %j',
		(name) => {
			expect(() => requireFittingSecret('ownSite', { method: 'header', name, value: 'k' })).toThrow(
				/header/,
			);
		},
	);
});
