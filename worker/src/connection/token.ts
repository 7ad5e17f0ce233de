import { createHash } from 'node:crypto';
import { DAY_MS } from '../values/time';

/** From here on an access token counts as used up, as the reference has it: one day before it ends. */
export const ACCESS_BUFFER_MS = DAY_MS;

/**
 * A refresh token lives 60 days and a new one comes with each renewal. Renewing at half of that keeps
 * a connection alive that nothing else uses, with a month to notice if it fails.
 */
export const REFRESH_BUFFER_MS = 30 * DAY_MS;

/** When tokens end, in milliseconds since 1970. Missing: not known (a pasted token says nothing). */
export interface TokenTimes {
	readonly expiresAt?: number;
	readonly refreshExpiresAt?: number;
}

/**
 * Whether the access token holds for another day. An unknown end counts as valid: only Pinterest can
 * tell, with a 401.
 */
export function isTokenValid(expiresAt: number | undefined, now: number): boolean {
	return expiresAt === undefined || expiresAt - now >= ACCESS_BUFFER_MS;
}

/** Whether the tokens should be renewed now. */
export function refreshDue({ expiresAt, refreshExpiresAt }: TokenTimes, now: number): boolean {
	if (!isTokenValid(expiresAt, now)) return true;
	return refreshExpiresAt !== undefined && refreshExpiresAt - now < REFRESH_BUFFER_MS;
}

/**
 * Token times as one line to keep beside an access token: `<ms>:<ms>:<fingerprint>`. The fingerprint
 * ties them to this very token, so that they are void once somebody pastes another one.
 */
export function writeTokenTimes(accessToken: string, times: TokenTimes): string {
	return [times.expiresAt ?? '', times.refreshExpiresAt ?? '', fingerprint(accessToken)].join(':');
}

/** The times that {@link writeTokenTimes} kept; none where they belong to another access token. */
export function readTokenTimes(line: unknown, accessToken: string): TokenTimes {
	const parts = typeof line === 'string' ? line.split(':') : [];
	if (parts.length !== 3 || parts[2] !== fingerprint(accessToken)) return {};
	return { expiresAt: milliseconds(parts[0]), refreshExpiresAt: milliseconds(parts[1]) };
}

/** Tells one secret from another without revealing it. */
export function fingerprint(...secrets: readonly string[]): string {
	return createHash('sha256').update(JSON.stringify(secrets)).digest('hex').slice(0, 16);
}

/** A positive number of milliseconds, as a number or in a string. */
export function milliseconds(value: unknown): number | undefined {
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
}
