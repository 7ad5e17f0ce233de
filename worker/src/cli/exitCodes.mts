import type { ErrorKind, PinterestAdsError } from '../index.ts';

/** What the command says with its exit code, for scripts. */
export const EXIT = {
	fine: 0,
	/** Something of many failed, or a campaign that was looked at cannot deliver. */
	someFailed: 1,
	/** Wrong options, an unreadable file, or an input that has to change. Nothing was sent. */
	wrongInput: 2,
	/** No token, a refused one, or one that may not do this. */
	notConnected: 3,
	/** Pinterest was not reached, or asks for patience: the same command may succeed later. */
	unavailable: 4,
	/** The answer to a create was lost: look in Ads Manager before running it again. */
	unknown: 5,
	/** Stopped from the keyboard. */
	interrupted: 130,
} as const;

const OF_KIND: Readonly<Record<ErrorKind, number>> = {
	'token-expired': EXIT.notConnected,
	'token-scope': EXIT.notConnected,
	forbidden: EXIT.notConnected,
	'rate-limited': EXIT.unavailable,
	unavailable: EXIT.unavailable,
	network: EXIT.unavailable,
	invalid: EXIT.wrongInput,
	'not-found': EXIT.wrongInput,
	previewed: EXIT.fine,
	'outcome-unknown': EXIT.unknown,
	cancelled: EXIT.interrupted,
};

/** Of a command that does one thing. */
export const exitOf = ({ kind }: PinterestAdsError): number => OF_KIND[kind];

/**
 * Of a command that does many things. Where nothing came of any for the connection, or because of Pinterest, it is that;
 * what may have been done is always said.
 * @param errors of those that failed
 */
export function exitOfMany(errors: readonly PinterestAdsError[], all: number): number {
	if (errors.length === 0) return EXIT.fine;
	const codes = new Set(errors.map(exitOf));
	const always = [EXIT.unknown, EXIT.interrupted];
	const ofAll = errors.length === all ? [EXIT.notConnected, EXIT.unavailable] : [];
	return [...always, ...ofAll].find((code) => codes.has(code)) ?? EXIT.someFailed;
}
