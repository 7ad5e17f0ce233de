/**
 * What an error asks for, and the sentence that says so to anybody. A program with an interface of its own
 * puts its own words in their place: the action stays the same.
 */
export const ERROR_ACTIONS = {
	/** A new access token is needed. */
	reconnect:
		'Invalid access token: it is expired, revoked or incorrectly copied. Generate a fresh access token in Pinterest’s developer portal, copy the full token without extra spaces, and check that the app has the ads:read and ads:write scopes. Then connect again with it.',
	/** Pinterest refused the refresh token: the user has to sign in once more. */
	'sign-in-again':
		'Reconnect: sign in to Pinterest again (or give a new access and refresh token). Refresh tokens end after 60 days without use, and when the user’s password changes.',
	/** A token with more scopes is needed. */
	'add-scopes':
		'The token lacks a scope. Campaigns, audiences and conversions need ads:read and ads:write; looking up Pins needs pins:read and boards:read. Scopes cannot be added to an existing token: connect again (or generate a new token) with these scopes.',
	/** The same, where it is the scope that only catalogs need. */
	'add-the-catalog-scope':
		'The token lacks the scope catalogs:read, which is needed to read catalogs, feeds and product groups and for nothing else. Scopes cannot be added to an existing token: check that your Pinterest app may ask for catalogs:read, then connect again (or generate a new token) with it beside the other scopes.',
	/** What was asked for cannot be had with a conversion token. */
	'use-an-access-token':
		'A conversion token is good for sending conversions and for nothing else, not even for listing ad accounts (give their ID instead). For everything else use an access token.',
	/** The conversion token was refused. */
	'new-conversion-token':
		'Invalid conversion token: it is revoked, incorrectly copied, or a token of another kind. In Pinterest Ads Manager, open Conversions > Set up API, generate a new conversion token and copy all of it.',
	/** The token’s user may not do it on this ad account. */
	'ask-for-a-role':
		'The token’s user has no sufficient role on this ad account. In Pinterest Business Access, give the user a role on the ad account (Admin, or Campaign, Audience and Analyst), or choose an ad account that the token can see.',
	/** The same, of the catalogs of the business that owns the ad account. */
	'ask-for-a-catalog-role':
		'The token’s user may not see the catalogs of the business that owns this ad account. In Pinterest Business Access, give the user the role Admin or Catalogs Manager on the ad account, or choose an ad account whose catalogs the token can see.',
	/** The same of the user who generated a conversion token. */
	'ask-for-a-conversion-role':
		'Check the ad account ID. If it is right, the user who generated the conversion token has no sufficient role on this ad account: in Pinterest Business Access, give them one (Admin, Analyst, Audience or Campaign), or let somebody who has one generate a new conversion token in Ads Manager.',
	/** No ad account belongs to the token. */
	'get-an-ad-account':
		'The token is valid but belongs to no ad account. Log into Pinterest Business and check that there is an ad account, not just a business profile; create one at ads.pinterest.com if there is none; and make sure that your Pinterest app is connected to the right business account.',
	/** The ad account does not exist, or not for this token. */
	'choose-an-ad-account':
		'Pinterest knows no such ad account. Choose one that the token can see, or name none to use the first of these.',
	/** The same where a conversion token cannot list them. */
	'check-the-ad-account': 'Pinterest knows no such ad account. Check the ad account ID.',
	/** An ad account has to be named, because the token cannot look one up. */
	'name-the-ad-account':
		'Give the ad account by ID. It is the number in the address of Ads Manager.',
	/** Pinterest’s rate limit: `retryAfterMs` says how long, where it is known. */
	wait: 'Pinterest’s rate limit is reached. Run it again later; nothing else has to change.',
	/** The same once more, in a few minutes. */
	'run-again':
		'Pinterest did not answer properly, also after several tries. Run it again in a few minutes.',
	/** Pinterest was not reached. */
	'check-the-network':
		'Pinterest could not be reached. Check the network, proxy and DNS of the server that this runs on, and the API’s address.',
	/** It may have been done: a second time would create it twice. */
	'look-before-repeating':
		'Pinterest may have done it. Look in Ads Manager for it before you run it again, so that nothing is created twice.',
	/** The input has to change; `field` says where, if that is known. */
	'correct-the-input': 'Correct the input and run it again.',
	/** The connection's spending limits do not allow it. */
	'raise-the-limit':
		'Ask for less, or have the owner of this connection raise its spending limit. Nothing was sent.',
	/** A spending limit of the connection cannot be read. */
	'correct-the-limit': 'Have the owner of this connection correct its spending limit.',
	/** An ID of the input has to change. */
	'check-the-id':
		'The ID does not exist in this ad account. Check the ID and that it belongs to the chosen ad account.',
	/** Something in the targeting does not exist: it can be looked up with `findTargetingOptions`. */
	'look-up-targeting':
		'Correct the targeting: look up what there is, with names and IDs, among the targeting options.',
	/** A list was given where one element is meant. */
	'split-the-list': 'Give the elements of the list one by one.',
	/** An update that changes nothing. */
	'give-a-change':
		'Give at least one field that is to be different: the status, the name, an amount, or another one.',
	/** The records are not in the field that was chosen. */
	'choose-the-record-field': 'Choose the field that holds the records.',
	/** A compressed file. */
	'unpack-the-file': 'Unpack the file first.',
	/** Pinterest’s sandbox cannot do it. */
	'use-production': 'Use Pinterest’s production environment.',
	/** The address of the API is none. */
	'correct-the-address': 'Correct the address of the API, or use Pinterest’s own.',
	/** Nothing of what is watched for is there now. */
	'choose-more-changes':
		'Choose more changes to see one. Each is told as soon as it happens, sample or not.',
	/** Tables of somebody else’s have names that contain ours. */
	'rename-tables':
		'Rename these tables so that their names no longer contain the others, then make the tables again: each is looked up by a part of its name, and records would go to the wrong one. Nothing was created or written.',
	/** Columns have been added since the tables were made. */
	'add-columns':
		'Add these columns to the tables, then have the tables looked at again. Nothing that is in the tables is lost.',
	/** There is no record of a connection yet. */
	'set-up': 'Set up the tables, then connect.',
	/** Nothing is wrong. */
	none: 'It was cancelled. Run it again when you want.',
} as const satisfies Readonly<Record<string, string>>;

export type ErrorAction = keyof typeof ERROR_ACTIONS;
