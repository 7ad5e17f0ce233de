/**
 * Nobody tells a credential why it is asked to sign a request. Those who need it treated differently
 * say so in this header, which the access-token credential takes off, so that it never leaves n8n.
 */
export const ORDER_HEADER = 'x-illixis-order';

export type Order =
	/** Renew the tokens before this request, whether or not they are about to end. */
	| 'renew'
	/** Forget the tokens; the request itself is never sent. */
	| 'disconnect'
	/** This tests the credential: renew and store nothing. */
	| 'test';
