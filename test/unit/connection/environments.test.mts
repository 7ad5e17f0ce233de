import { apiBaseUrl, mayRun, nextState } from '../../../worker/src/connection/index.ts';

describe('apiBaseUrl', () => {
	it.each([
		['production', undefined, 'https://api.pinterest.com/v5'],
		[undefined, '', 'https://api.pinterest.com/v5'],
		['production', 'https://left-over.example.com/v5', 'https://api.pinterest.com/v5'],
		['sandbox', undefined, 'https://api-sandbox.pinterest.com/v5'],
		['custom', ' http://127.0.0.1:1234/v5/ ', 'http://127.0.0.1:1234/v5'],
	])('for %s and %j is %s', (environment, custom, address) => {
		expect(apiBaseUrl(environment, custom)).toBe(address);
	});

	it.each([
		'',
		'api.pinterest.com/v5',
		'ftp://example.com',
		'https://',
		'https://a b/v5',
		'https://example.com/v5?x=1',
		'https://api.pinterest.com@other.example.com/v5',
		'https://user:secret@api.pinterest.com/v5',
		'https://api.pinterest.com\\@other.example.com/v5',
		'https://api.pinterest.com/v5\\..',
		'https://api.pinterest.com:99999/v5',
		'javascript:alert(1)',
		'file:///etc/passwd',
	])('refuses %j and names the field', (custom) => {
		expect(() => apiBaseUrl('custom', custom)).toThrow(
			expect.objectContaining({ kind: 'invalid', field: 'API Base URL' }),
		);
	});
});

describe('the states of a connection', () => {
	it.each([
		['active', 'refused', 'unauthorized'],
		['active', 'accepted', 'active'],
		['unauthorized', 'accepted', 'active'],
		['unauthorized', 'refused', 'unauthorized'],
		['unauthorized', 'connected', 'active'],
		['active', 'disconnected', 'inactive'],
		['unauthorized', 'disconnected', 'inactive'],
		['inactive', 'accepted', 'inactive'],
		['inactive', 'refused', 'inactive'],
		['inactive', 'connected', 'active'],
		['inactive', 'not connected', 'unauthorized'],
		['active', 'not connected', 'unauthorized'],
	] as const)('%s, after %s, is %s', (before, event, after) => {
		expect(nextState(before, event)).toBe(after);
	});

	it('let nothing run but an active connection', () => {
		expect((['active', 'unauthorized', 'inactive'] as const).map(mayRun)).toEqual([
			true,
			false,
			false,
		]);
	});
});
