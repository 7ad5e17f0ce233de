import { ERROR_ACTIONS, type ErrorAction } from '../../../worker/src';

/** Null: the worker's sentence does. Of a hint in words of its own, a function makes n8n's. */
interface Words {
	readonly sentence: string | null;
	readonly ofOwnHint?: (hint: string) => string;
}

const asItIs: Words = { sentence: null };
const said = (sentence: string): Words => ({ sentence });

/** What an error asks for in n8n's words: where to click, which operation, what a field is called. */
const ACTION_WORDS: Readonly<Record<ErrorAction, Words>> = {
	reconnect: said(
		'Invalid access token: it is expired, revoked or incorrectly copied. Generate a fresh access token in Pinterest’s developer portal, copy the full token without extra spaces, and check that the app has the ads:read and ads:write scopes. Then open the credential in n8n and reconnect.',
	),
	'sign-in-again': said(
		'Reconnect: open the Pinterest credential in n8n. With OAuth2, press Disconnect and then Connect (Switch account does both); otherwise paste a new access and refresh token. Refresh tokens end after 60 days without use, and when the user’s password changes.',
	),
	'add-scopes': said(
		'The token lacks a scope. Campaigns, audiences and conversions need ads:read and ads:write; looking up Pins needs pins:read and boards:read. Scopes cannot be added to an existing token: reconnect the credential (or generate a new token) with these scopes.',
	),
	'add-the-catalog-scope': said(
		'The token lacks the scope catalogs:read, which is needed to read catalogs, feeds and product groups and for nothing else. Scopes cannot be added to an existing token. With OAuth2, open the credential in n8n, switch Catalogs on and reconnect; otherwise paste a new access token that has the scope. Your Pinterest app has to be allowed to ask for it.',
	),
	'use-an-access-token': said(
		'This credential holds a conversion token. It is good for Conversion: Send and for nothing else, not even for listing ad accounts (enter their ID instead). For everything else choose a credential that is connected with OAuth2 or holds an access token.',
	),
	'new-conversion-token': said(
		'Invalid conversion token: it is revoked, incorrectly copied, or a token of another kind. In Pinterest Ads Manager, open Conversions > Set up API, generate a new conversion token, copy all of it and paste it over the one in the n8n credential.',
	),
	'ask-for-a-role': asItIs,
	'ask-for-a-catalog-role': asItIs,
	'ask-for-a-conversion-role': said(
		'Check the ad account ID in the node and in the n8n credential. If it is right, the user who generated the conversion token has no sufficient role on this ad account: in Pinterest Business Access, give them one (Admin, Analyst, Audience or Campaign), or let somebody who has one generate a new conversion token in Ads Manager.',
	),
	'get-an-ad-account': asItIs,
	'choose-an-ad-account': said(
		'Pinterest knows no such ad account. Choose one from the list, or leave Ad Account empty to use the first that the token can see.',
	),
	'check-the-ad-account': said(
		'Pinterest knows no such ad account. Check the ad account ID in the node and in the n8n credential.',
	),
	'name-the-ad-account': said(
		'Enter the ad account by ID in the node, or as Ad Account ID in the n8n credential. It is the number in the address of Ads Manager.',
	),
	wait: asItIs,
	'run-again': asItIs,
	'check-the-network': asItIs,
	'look-before-repeating': asItIs,
	'correct-the-input': asItIs,
	'raise-the-limit': said(
		'Ask for less, or have the owner of the Pinterest credential raise the limit there, under Limit Spending. Nothing was sent.',
	),
	'correct-the-limit': said(
		'Open the Pinterest credential in n8n and correct the limit, under Limit Spending.',
	),
	'check-the-id': asItIs,
	'look-up-targeting': said(
		'Correct the targeting: Targeting: Find Options lists what there is, with names and IDs.',
	),
	'split-the-list': said(
		'Give one event per item: n8n’s node Split Out makes items of a list. Then run it again.',
	),
	'give-a-change': said(
		'Fill in at least one field that shall be different: the status, the name, an amount, or something under Options.',
	),
	'choose-the-record-field': {
		...asItIs,
		ofOwnHint: (hint) =>
			hint.replace(
				/: give the one with the (.+) as Record\.$/,
				': drag the one with the $1 into Record.',
			),
	},
	'unpack-the-file': said('Unpack it first, for example with the Compression node.'),
	'use-production': {
		...asItIs,
		ofOwnHint: (hint) => `${hint} The environment is chosen in the credential.`,
	},
	'correct-the-address': said(
		'Open the Pinterest credential and correct the API Base URL, or choose the environment Production.',
	),
	'choose-more-changes': said(
		'Choose more changes to see one, or publish the workflow: it runs as soon as one of them happens.',
	),
	'rename-tables': said(
		'Rename them in the editor, under Data tables, so that their names no longer contain the others (such as “conversions_backup”), and run this workflow again. n8n looks a table up by a part of its name and takes the one that was changed last, so records would go to the wrong table. Nothing was created or written.',
	),
	'add-columns': said(
		'Add them in the editor: open the table under Data tables, and press + behind its last column. Then run this workflow again. Nothing that is in the tables is lost.',
	),
	'set-up': said(
		'Run the workflow “Make the tables for Pinterest Ads”, then “Connect Pinterest Ads”.',
	),
	none: said('The execution was cancelled. Run it again when you want.'),
};

/** What to do, for somebody who sees n8n. */
export const wordsFor = (action: ErrorAction): string =>
	ACTION_WORDS[action].sentence ?? ERROR_ACTIONS[action];

/** The same of a hint that the worker gave: only its action's own sentence is said otherwise. */
export function hintInN8nWords(action: ErrorAction, hint: string): string {
	const { sentence, ofOwnHint } = ACTION_WORDS[action];
	const neutral = ERROR_ACTIONS[action];
	if (hint.startsWith(neutral)) return (sentence ?? neutral) + hint.slice(neutral.length);
	return ofOwnHint?.(hint) ?? hint;
}
