import { operation } from '../../operation';
import { DISCONNECTED } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';
import { n8nClock } from '../../transport/clock';
import { forgetTokens, type Forgotten } from '../../transport/forgetTokens';

export const disconnect = operation({
	name: 'Disconnect',
	value: 'disconnect',
	action: 'Disconnect a connection',
	description:
		'Clear the stored tokens as far as n8n allows. Audiences and campaigns at Pinterest stay.',
	answer: DISCONNECTED,
	local: true,
	usesCredential: true,
	properties: [],
	read: () => undefined,
	run: async ({ functions }, inputs) => {
		// The tokens belong to the credential, not to an item.
		const forgotten = await forgetTokens(functions);
		const record = {
			status: 'inactive',
			ad_account_id: null,
			ad_account_name: null,
			currency: null,
			ad_accounts_count: 0,
			is_token_valid: false,
			token_expires_at: null,
			refresh_token_expires_at: null,
			needs_refresh: false,
			checked_at: new Date(n8nClock.now()).toISOString(),
			tokens_cleared: forgotten === 'cleared',
			...SAID[forgotten],
		};
		return await eachOutcome(inputs, async () => record);
	},
});

const STAYS = 'Audiences and campaigns at Pinterest stay.';
const REMOVE_APP =
	'To take the app’s access away at Pinterest as well, remove it there under Settings > Security > Connected apps.';

const SAID: Readonly<Record<Forgotten, { readonly message: string; readonly hint: string }>> = {
	cleared: {
		message: `Disconnected: the credential holds no token any more. ${STAYS}`,
		hint: `To connect again, enter new tokens in the credential and run the workflow connect. ${REMOVE_APP}`,
	},
	expressions: {
		message: `Disconnected, but the tokens were not cleared: they are expressions, which n8n does not overwrite. ${STAYS}`,
		hint: `Remove the tokens where the expressions take them from, or delete the credential in n8n. ${REMOVE_APP}`,
	},
	'kept-by-n8n': {
		message: `Disconnected, but the tokens were not cleared: n8n lets nobody else clear those of an OAuth2 credential. ${STAYS}`,
		hint: `To remove them, open the credential and click Disconnect, or delete the credential in n8n. To connect again, click Connect (or Switch account) there and run the workflow connect. ${REMOVE_APP}`,
	},
};
