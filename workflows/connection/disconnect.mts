import { at, automation, manualTrigger, pinterestAds, rows, workflow } from '../builder/index.mts';
import { named } from '../titles.mts';
import { CONNECTION } from '../../worker/src/automation/tables.ts';

const disconnect = manualTrigger('Disconnect', at(0, 0));

// First of all, so that nothing begins while the tokens are cleared.
const noteIt = automation('Note that it is over', at(1, 0), 'noteDisconnect');
const markItAsInactive = rows(CONNECTION).update(
	'Mark it as inactive',
	at(2, 0),
	{ where: [['connection_key', 'eq', 'main']] },
	{ alwaysOutputData: true },
);

const clearTheTokens = pinterestAds('Clear the tokens', at(3, 0), 'connection', 'disconnect');
const noteWhatWasCleared = automation('Note what was cleared', at(4, 0), 'noteDisconnect');
// Somebody may have connected again in the meantime.
const writeDownWhatWasCleared = rows(CONNECTION).update('Write down what was cleared', at(5, 0), {
	where: [
		['connection_key', 'eq', 'main'],
		['status', 'eq', 'inactive'],
	],
});

export default workflow({
	file: 'disconnect',
	id: 'pinAdsDisconnect',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			disconnect,
			noteIt,
			markItAsInactive,
			clearTheTokens,
			noteWhatWasCleared,
			writeDownWhatWasCleared,
		],
	],
	overview: {
		forWhom: 'For whoever wants everything to rest, or the tokens gone.',
		howItWorks: `**Execute workflow** marks the connection as \`inactive\`: from then on every schedule rests, and conversions that come in are kept until you connect again. Then it clears the tokens in the credential.

**OAuth2**: n8n does not let a workflow clear these tokens. Open the credential and press **Disconnect** there, or delete it; the output here says so.

Audiences and campaigns **stay at Pinterest**. Nothing is sent to Pinterest: to take the app’s access away there as well, remove it under *Settings > Security > Connected apps*.`,
		makeItYours: `To connect again, enter new tokens in the credential and run ${named('pinAdsConnect')}.`,
	},
});
