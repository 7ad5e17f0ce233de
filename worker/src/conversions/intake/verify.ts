import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { PinterestAdsError } from '../../client/errors';
import { CALLERS, isShop, type Caller, type CallerSecret } from './callers';
import type { Call, CallAnswer } from './call';

/** Seconds that a signed call of Stripe may be old, or ahead: what Stripe's own libraries allow. */
const STRIPE_TOLERANCE = 300;

/** What a stranger is told: nothing that would help. */
export function notAuthorized(secret: CallerSecret): CallAnswer {
	const body = { status: 'refused', error: 'Not authorized.' };
	const challenge = { basic: 'Basic realm="conversions"', bearer: 'Bearer' };
	const headers =
		secret.method === 'basic' || secret.method === 'bearer'
			? { headers: { 'WWW-Authenticate': challenge[secret.method] } }
			: {};
	return { status: 401, body, ...headers };
}

/**
 * Whether a call is from whom it says, by the rules that Shopify, WooCommerce and Stripe publish for their webhooks. In
 * the same time for every wrong answer.
 * @param now milliseconds
 */
export function isAuthorized(
	caller: Caller,
	secret: CallerSecret,
	call: Call,
	now: number,
): boolean {
	// It may have been emptied after the workflow was published.
	if (whatIsMissing(secret) !== undefined) return false;
	if (secret.method === 'signature') return isSigned(caller, secret.secret, call, now);
	if (isShop(caller)) return false;
	const given = call.headers[headerOf(secret)] ?? '';
	return isSame(secret.method === 'header' ? given : inOneSpelling(given), expected(secret));
}

/** Whether a stranger can be told by the headers alone, so that what they send is not even read. */
export const isToldByHeaders = ({ method }: CallerSecret): boolean => method !== 'signature';

/**
 * @throws PinterestAdsError `invalid` where the secret cannot tell the caller's calls from a stranger's
 */
export function requireFittingSecret(caller: Caller, secret: CallerSecret): void {
	const missing = whatIsMissing(secret);
	if (missing !== undefined) {
		throw new PinterestAdsError(
			'invalid',
			`Callers cannot be told from strangers: there is no ${missing}.`,
			{
				hint: 'Fill it in. It is what callers show.',
			},
		);
	}
	if (secret.method === 'header' && !HEADER_NAME.test(secret.name.trim())) {
		throw new PinterestAdsError(
			'invalid',
			'No header can have the name that callers are to send it by.',
			{
				hint: 'A header’s name has letters, digits and dashes, such as X-Pinterest-Key.',
			},
		);
	}
	if (isShop(caller) === (secret.method === 'signature')) return;
	const { label } = CALLERS[caller];
	throw isShop(caller)
		? new PinterestAdsError(
				'invalid',
				`${label} signs its calls, and no signing secret is given.`,
				{
					hint: `Choose to check signatures, and give the signing secret that ${label} shows.`,
				},
			)
		: new PinterestAdsError(
				'invalid',
				'Your own site sends a header, a bearer token or a user with a password, and a shop’s signing secret is given.',
				{ hint: 'Choose one of these three ways, and give what callers send.' },
			);
}

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** In the words of whoever enters them. */
const PARTS: Readonly<Record<string, string>> = {
	name: 'header name',
	value: 'header value',
	token: 'token',
	user: 'user',
	password: 'password',
	secret: 'signing secret',
};

function whatIsMissing(secret: CallerSecret): string | undefined {
	const empty = Object.entries(secret).find(([, value]) => value.trim() === '');
	return empty && PARTS[empty[0]];
}

function headerOf(secret: Exclude<CallerSecret, { method: 'signature' }>): string {
	return secret.method === 'header' ? secret.name.trim().toLowerCase() : 'authorization';
}

function expected(secret: Exclude<CallerSecret, { method: 'signature' }>): string {
	// No header begins or ends with a blank, and what was copied often does.
	if (secret.method === 'header') return secret.value.trim();
	if (secret.method === 'bearer') return `bearer ${withoutScheme(secret.token.trim())}`;
	return `basic ${Buffer.from(`${secret.user}:${secret.password}`).toString('base64')}`;
}

/** How the word before a token is written does not matter. */
const inOneSpelling = (header: string) =>
	header.replace(/^(?:bearer|basic) +/i, (scheme) => `${scheme.trim().toLowerCase()} `);

const withoutScheme = (token: string) => token.replace(/^bearer\s+/i, '');

function isSigned(caller: Caller, secret: string, call: Call, now: number): boolean {
	const { headers, rawBody } = call;
	switch (caller) {
		case 'shopify':
			return isSame(headers['x-shopify-hmac-sha256'] ?? '', signature(secret, 'base64', rawBody));
		case 'wooCommerce':
			return isSame(headers['x-wc-webhook-signature'] ?? '', signature(secret, 'base64', rawBody));
		case 'stripe':
			return isSignedByStripe(headers['stripe-signature'] ?? '', secret, rawBody, now);
		case 'ownSite':
			return false;
	}
}

/** The time of the call is signed with it, so that a call cannot be kept and sent again much later. */
function isSignedByStripe(header: string, secret: string, body: Uint8Array, now: number): boolean {
	const parts = header.split(',').map((part) => {
		const [key, ...value] = part.split('=');
		return { key: key.trim(), value: value.join('=').trim() };
	});
	const time = parts.find(({ key }) => key === 't')?.value ?? '';
	const age = Math.abs(now / 1000 - Number(time));
	if (!/^\d{1,12}$/.test(time) || age > STRIPE_TOLERANCE) return false;
	const wanted = signature(secret, 'hex', Buffer.from(`${time}.`), body);
	// While a secret is being replaced, Stripe signs with the old and the new one.
	return parts.filter(({ key, value }) => key === 'v1' && isSame(value, wanted)).length > 0;
}

function signature(secret: string, encoding: 'base64' | 'hex', ...parts: Uint8Array[]): string {
	const hmac = createHmac('sha256', secret);
	for (const part of parts) hmac.update(part);
	return hmac.digest(encoding);
}

/** Digests are of one length, whatever was sent: how long the secret is does not show either. */
const isSame = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted));

const digest = (text: string) => createHash('sha256').update(text).digest();
