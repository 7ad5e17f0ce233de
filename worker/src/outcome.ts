import { isPinterestAdsError, type PinterestAdsError } from './client/errors';

/**
 * What became of one input. A task that takes many inputs gives back one of these per input, in the
 * order of the inputs: one that fails never costs another its result.
 */
export type Outcome<T> =
	| { readonly ok: true; readonly record: T }
	| { readonly ok: false; readonly error: PinterestAdsError };

export const succeeded = <T>(record: T): Outcome<T> => ({ ok: true, record });
export const failed = (error: PinterestAdsError): Outcome<never> => ({ ok: false, error });

/** The outcome of a call whose failure is looked at before anything is given up. */
export async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
	return await work.then(succeeded, (error: unknown) => {
		if (isPinterestAdsError(error)) return failed(error);
		// A defect, ours or the caller's.
		throw error;
	});
}
