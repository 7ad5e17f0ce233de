import { ok, type Handler } from '../api/call.mts';

/** `oauth/conversion_token`: a long-lived token that is good for sending events, and for no more. */
export const createConversionToken: Handler = ({ sim, token }) => {
	const made = sim.tokens.mint({ kind: 'conversion', userId: token.userId, scopes: [] });
	return ok({ access_token: made.value, token_type: 'conversion' });
};
