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
			hint: 'This credential holds a conversion token. It is good for Conversion: Send and for nothing else, not even for listing ad accounts (enter their ID instead). For everything else choose a credential that is connected with OAuth2 or holds an access token.',
		},
	);
}
