import fc from 'fast-check';
import { isTokenValid, refreshDue } from '../../../worker/src/connection/index.ts';
import { readTokenTimes, writeTokenTimes } from '../../../worker/src/connection/token.ts';

const NOW = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;

describe('token times', () => {
	it('hold a token for valid until a day before its end', () => {
		expect(isTokenValid(NOW + DAY, NOW)).toBe(true);
		expect(isTokenValid(NOW + DAY - 1, NOW)).toBe(false);
		expect(isTokenValid(NOW - 1, NOW)).toBe(false);
	});

	it('leave an unknown end to Pinterest', () => {
		expect(isTokenValid(undefined, NOW)).toBe(true);
		expect(refreshDue({}, NOW)).toBe(false);
	});

	it('ask for a renewal within a day of the access token’s end', () => {
		expect(refreshDue({ expiresAt: NOW + DAY }, NOW)).toBe(false);
		expect(refreshDue({ expiresAt: NOW + DAY - 1 }, NOW)).toBe(true);
	});

	it('ask for a renewal while an idle refresh token has a month left', () => {
		const expiresAt = NOW + 20 * DAY;
		expect(refreshDue({ expiresAt, refreshExpiresAt: NOW + 30 * DAY }, NOW)).toBe(false);
		expect(refreshDue({ expiresAt, refreshExpiresAt: NOW + 30 * DAY - 1 }, NOW)).toBe(true);
	});

	it('come back as they were written, for the same token only', () => {
		const time = fc.option(fc.integer({ min: 1, max: 9e15 }), { nil: undefined });
		fc.assert(
			fc.property(time, time, fc.string(), fc.string(), (expiresAt, refreshExpiresAt, one, two) => {
				const line = writeTokenTimes(one, { expiresAt, refreshExpiresAt });
				expect(readTokenTimes(line, one)).toEqual({ expiresAt, refreshExpiresAt });
				if (one !== two) expect(readTokenTimes(line, two)).toEqual({});
			}),
		);
	});

	it.each(['', 'unknown', '1:2', undefined, 17, {}])('are unknown in %j', (line) => {
		expect(readTokenTimes(line, 'token')).toEqual({});
	});

	it('do not give the token away', () => {
		const line = writeTokenTimes('pina_example', { expiresAt: NOW });
		expect(line).not.toContain('pina_example');
		expect(line).toMatch(/^\d+::[0-9a-f]{16}$/);
	});
});
