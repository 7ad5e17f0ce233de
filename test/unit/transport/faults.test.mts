import { faultInside, answerInside } from '../../../nodes/PinterestAds/transport/n8nFaults.ts';
import { faultFromCode } from '../../../worker/src/port/faults.ts';

describe('what a network error’s code means', () => {
	it.each([
		['ECONNREFUSED', 'not-sent'],
		['ENOTFOUND', 'not-sent'],
		['EAI_AGAIN', 'not-sent'],
		['EHOSTUNREACH', 'not-sent'],
		['CERT_HAS_EXPIRED', 'not-sent'],
		['ECONNRESET', 'no-answer'],
		['ECONNABORTED', 'no-answer'],
		['ETIMEDOUT', 'no-answer'],
		['EPIPE', 'no-answer'],
		['ERR_CANCELED', 'cancelled'],
		['ERR_ABORTED', 'cancelled'],
		['SOMETHING_NEW', 'no-answer'],
		[undefined, 'no-answer'],
	])('%s: %s', (code, fault) => {
		expect(faultFromCode(code)).toMatchObject({ name: 'TransportFault', fault });
	});

	it('is "not sent" for anything while the connection was being made', () => {
		expect(faultFromCode('ETIMEDOUT', true).fault).toBe('not-sent');
	});
});

describe('what is inside an error of n8n', () => {
	/** As n8n wraps it: NodeApiError → the library's own error. */
	const wrapped = (cause: object, message = 'Bad request - please check your parameters') =>
		Object.assign(new Error(message, { cause }), { name: 'NodeApiError' });
	const TOKEN_URL = 'https://api.pinterest.com/v5/oauth/token';

	it.each([
		['the token endpoint’s 400', { code: 'ESTATUS', status: 400 }, 'refresh-refused'],
		['the token endpoint’s 429', { code: 'ESTATUS', status: 429 }, 'not-sent'],
		['the token endpoint’s HTML page', { code: 'ESTATUS', status: 200 }, 'not-sent'],
		['an OAuth2 error body', { code: 'EAUTH' }, 'refresh-refused'],
		['n8n’s own "reconnect"', { failure: { cause: 'credential-invalid' } }, 'refresh-refused'],
		[
			'a token endpoint that hangs',
			{ code: 'ECONNABORTED', config: { url: TOKEN_URL } },
			'not-sent',
		],
		[
			'a token endpoint that is down',
			{ code: 'ERR_BAD_RESPONSE', config: { url: TOKEN_URL }, response: { status: 503 } },
			'not-sent',
		],
		['a connection that took too long', { code: 'ETIMEDOUT', syscall: 'connect' }, 'not-sent'],
		['a request that took too long', { code: 'ECONNABORTED' }, 'no-answer'],
		['a cancelled request', { name: 'CanceledError', code: 'ERR_CANCELED' }, 'cancelled'],
		['nothing that is known', {}, 'no-answer'],
	])('%s', (_, cause, fault) => {
		expect(faultInside(wrapped(cause))).toMatchObject({ name: 'TransportFault', fault });
	});

	it('a missing refresh token', () => {
		const cause = new Error('OAuth access token expired and no refresh token is available.');
		expect(faultInside(wrapped(cause)).fault).toBe('refresh-refused');
	});

	it('never a message of somebody else, which may quote a token', () => {
		const cause = { code: 'ECONNRESET', message: 'read ECONNRESET Bearer pina_secret' };
		expect(String(faultInside(wrapped(cause, 'pina_secret')))).not.toContain('pina_secret');
	});

	it('n8n’s own words where there is no code, without a token in them', () => {
		const cause = new Error('Blocked address, Bearer pina_secret');
		const { fault, message } = faultInside(wrapped(cause));
		expect(fault).toBe('no-answer');
		expect(message).toBe('Blocked address, Bearer [token]');
	});

	it('only a 401 counts as an answer of the API', () => {
		const response = (status: number) => ({ status, headers: { 'X-A': 'b' }, data: { code: 2 } });
		expect(answerInside(wrapped({ response: response(401) }))).toEqual({
			status: 401,
			headers: { 'x-a': 'b' },
			body: { code: 2 },
		});
		expect(answerInside(wrapped({ response: response(200) }))).toBeUndefined();
		expect(answerInside(wrapped({}))).toBeUndefined();
	});
});
