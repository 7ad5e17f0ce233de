import { said } from '../../../worker/src/automation/failures/index.ts';
import { ERROR_KINDS, isRetryable, type ErrorKind } from '../../../worker/src/client/errorKinds.ts';
import { read } from './failureRows.mts';

describe('the kind of a failure', () => {
	it.each(Object.keys(ERROR_KINDS) as ErrorKind[])('%s is what Pinterest’s error says', (kind) => {
		expect(read({ kind })).toMatchObject({ kind, transient: isRetryable(kind) });
	});

	it.each([
		['conversion-dead', undefined, false],
		['conversion-dead', true, true],
		['unavailable', false, false],
	])('%s, said to be retryable: %s', (kind, retryable, transient) => {
		expect(read({ kind, retryable })).toMatchObject({ kind, transient });
	});

	it.each([
		[{ status: 503 }, 'unavailable'],
		[{ status: '503' }, 'unavailable'],
		[{ status: 429 }, 'rate-limited'],
		[{ status: 404 }, 'other'],
		[{ message: 'Request failed with status code 502' }, 'unavailable'],
		[{ message: 'Request failed with status code 429' }, 'rate-limited'],
		[{ message: 'The service refused the connection - perhaps it is offline' }, 'network'],
		[{ message: 'The connection timed out, consider a retry' }, 'network'],
		[{ message: 'It broke.', alsoSaid: [undefined, 'ECONNRESET'] }, 'network'],
		[{ message: 'getaddrinfo EAI_AGAIN' }, 'network'],
		[{ message: 'Cannot read properties of undefined' }, 'other'],
		[{ message: undefined }, 'other'],
		[{ message: ['odd'] }, 'other'],
	])('of something else is read: %j is %s', (told, kind) => {
		const failure = read({ ofPinterest: false, ...told });
		expect(failure).toMatchObject({ kind, transient: kind !== 'other' });
	});
});

it.each([
	['a node of Pinterest says so', {}, true],
	['whoever failed has marked the connection', { dealtWith: true }, false],
	['somebody else says so', { ofPinterest: false }, false],
	['the token lacks a scope', { kind: 'token-scope' }, false],
	['a trigger says so', { ofTrigger: true }, true],
])('the connection is marked where its token is refused: %s', (_case, told, tokenRefused) => {
	expect(read({ kind: 'token-expired', ...told })).toMatchObject({ tokenRefused });
});

it('says something where the error says nothing', () => {
	expect(read({ message: '', description: null })).toMatchObject({
		message: 'It failed without saying why.',
		description: 'Look at it.',
	});
});

describe('what others say of people and tokens', () => {
	it.each([
		['No row for ada@example.com, Bearer abcdefghijkl0123', 'No row for [email], Bearer [token]'],
		['pina_abc and pinr_def', '[token] and [token]'],
		['{"access_token":"abcdefghij","x":1}', '{"access_token":"[token]","x":1}'],
		['?refresh_token=abc.def/ghi&x=1', '?refresh_token=[token]&x=1'],
		['the token abcdef0123456789 is wrong', 'the token [token] is wrong'],
	])('%s', (text, kept) => {
		expect(said(text)).toBe(kept);
	});

	it.each(['The token generated yesterday is wrong.', 'Invalid token: authentication failed.'])(
		'takes no word of a sentence for a token: %s',
		(text) => expect(said(text)).toBe(text),
	);

	it('is bounded, whatever it is, and read in no time', () => {
		const LONG = 100_000;
		const texts = [
			'a@'.repeat(LONG),
			`a@${'.'.repeat(LONG)}@`,
			' '.repeat(LONG),
			'token '.repeat(LONG),
		];
		texts.push('token='.repeat(LONG), 'x'.repeat(LONG), '1:'.repeat(LONG), '+1 '.repeat(LONG));
		const start = performance.now();
		for (const text of texts) {
			const { message } = read({ message: text, alsoSaid: [text], ofPinterest: false });
			expect(message.length).toBeLessThanOrEqual(1000);
		}
		expect(performance.now() - start).toBeLessThan(2_000);
	});
});
