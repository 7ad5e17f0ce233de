import { PinterestAdsError } from '../../client/errors';
import { adAccountIdFor, chosenAdAccountId } from '../../connection/adAccounts';
import type { WorkerContext } from '../../context';

/**
 * The ad account that a conversion goes to: the one its input names, else the context's, else the first
 * that the token can see. A conversion token sees none.
 * @throws PinterestAdsError `invalid` where there is only a conversion token to tell
 */
export async function conversionAccountFor(
	context: WorkerContext,
	adAccountId?: string,
): Promise<string> {
	const chosen = chosenAdAccountId(context, adAccountId);
	if (chosen === undefined && context.tokenKind === 'conversion') throw noneNamed();
	return chosen ?? (await adAccountIdFor(context));
}

function noneNamed(): PinterestAdsError {
	return new PinterestAdsError(
		'invalid',
		'Ad Account: is missing, and a conversion token cannot look it up',
		{
			field: 'Ad Account',
			hint: 'Enter the ad account by ID in the node, or as Ad Account ID in the n8n credential. It is the number in the address of Ads Manager.',
		},
	);
}
