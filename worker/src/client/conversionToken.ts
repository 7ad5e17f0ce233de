import type { WorkerContext } from '../context';
import { PinterestAdsError } from './errors';

/**
 * For what a conversion token cannot do, before Pinterest is asked: it would answer that the token is
 * invalid.
 * @param doing completes the sentence "Could not …"
 * @throws PinterestAdsError `token-scope`
 */
export function requireAccessToken(
	{ tokenKind }: Pick<WorkerContext, 'tokenKind'>,
	doing: string,
): void {
	if (tokenKind !== 'conversion') return;
	throw new PinterestAdsError(
		'token-scope',
		`Could not ${doing}: a conversion token can only send conversions.`,
		{
			action: 'use-an-access-token',
		},
	);
}
