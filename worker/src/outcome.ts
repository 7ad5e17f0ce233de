import { isPinterestAdsError, PinterestAdsError, type ErrorKind } from './client/errors';
import { redact } from './client/redact';

/**
 * What became of one input. A task that takes many inputs gives back one of these per input, in the
 * order of the inputs: one that fails never costs another its result.
 */
export type Outcome<T> =
	| { readonly ok: true; readonly record: T }
	| { readonly ok: false; readonly error: PinterestAdsError };

/** The outcome of an input that got its result. */
export const succeeded = <T>(record: T): Outcome<T> => ({ ok: true, record });
/** The outcome of an input that failed. */
export const failed = (error: PinterestAdsError): Outcome<never> => ({ ok: false, error });

/** The outcome of a call whose failure is looked at before anything is given up. */
export async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
	return await work.then(succeeded, (error: unknown) => {
		if (isPinterestAdsError(error)) return failed(error);
		// A defect, ours or the caller's.
		throw error;
	});
}

/**
 * The outcome of one part of many. Not even a defect, such as an answer of a shape that nobody thought
 * of, costs the other parts their results.
 * @param otherwise what anything but a PinterestAdsError means, see {@link unexpected}
 */
export async function contained<T>(
	work: Promise<T>,
	otherwise: (cause: unknown) => PinterestAdsError,
): Promise<Outcome<T>> {
	return await work.then(succeeded, (error: unknown) =>
		failed(isPinterestAdsError(error) ? error : otherwise(error)),
	);
}

const MOST_SAID = 200;

/** The error of a part that was ended by a defect. @param what says what was being done */
export function unexpected(kind: ErrorKind, what: string, cause: unknown): PinterestAdsError {
	const said = redact(cause instanceof Error ? cause.message : String(cause)).slice(0, MOST_SAID);
	return new PinterestAdsError(kind, `${what}: something unexpected happened (${said})`, { cause });
}
