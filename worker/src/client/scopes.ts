import { isPinterestAdsError } from './errors';

/**
 * For what needs a scope that hardly anything else does: where the token lacks it, the error says which.
 * @param what with its verb, such as "Trends need"
 */
export async function needingScope<T>(scope: string, what: string, work: Promise<T>): Promise<T> {
	return await work.catch((error: unknown) => {
		if (isPinterestAdsError(error) && error.kind === 'token-scope' && error.code === 3) {
			throw error.with({ note: `${what} the scope ${scope}.` });
		}
		throw error;
	});
}
