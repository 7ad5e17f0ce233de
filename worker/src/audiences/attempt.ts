import { isPinterestAdsError } from '../client/errors';
import { failed, succeeded, type Outcome } from '../outcome';

/** The outcome of a call whose failure is looked at before anything is given up. */
export async function attempt<T>(work: Promise<T>): Promise<Outcome<T>> {
	return await work.then(succeeded, (error: unknown) => {
		if (isPinterestAdsError(error)) return failed(error);
		// A defect, ours or the caller's.
		throw error;
	});
}
