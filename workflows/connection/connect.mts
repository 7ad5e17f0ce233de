import {
	at,
	automation,
	byId,
	calledByOthers,
	failed,
	fields,
	manualTrigger,
	note,
	pinterestAds,
	rows,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { TELL } from '../parts/refusedToken.mts';

const connect = manualTrigger('Connect', at(0, 0));
const fromAnotherWorkflow = calledByOthers('From another workflow', at(0, 2));

const adAccount = fields('Ad account', at(1, 0), [['ad_account_id', 'string', '']]);
const check = pinterestAds(
	'Check',
	at(2, 0),
	'connection',
	'check',
	{ adAccountId: byId('={{ $json.ad_account_id }}') },
	{ onError: 'continueErrorOutput' },
);

// A check that gave no answer ends here, with the reason, and the row stays as it is.
const noteIt = automation('Note what was found', at(3, 0), 'noteConnectionCheck', {
	after: 'connect',
	chosenAdAccount: "={{ $('Ad account').first().json.ad_account_id }}",
});
const writeItDown = rows(CONNECTION).upsert('Write it down', at(4, 0), {
	where: [['connection_key', 'eq', 'main']],
});

const whatToTell = automation('Is there something to be done?', at(5, 0), 'tellOfConnection', {
	after: 'connect',
});
const sayWhatToDo = stopWith('Say what to do', at(6, 0), TELL);

export default workflow({
	file: 'connect',
	id: 'pinAdsConnect',
	name: 'connect',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[connect, adAccount, check, noteIt, writeItDown, whatToTell, sayWhatToDo],
		[fromAnotherWorkflow, adAccount],
		[failed(check), noteIt],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -620], width: 560, height: 220, color: 'red' },
			`## Imported in the editor? Choose first
1. *Check*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
3. Publish it only if another workflow is to start it.`,
		),
		note(
			'What it does',
			{ at: [-40, -360], width: 560, height: 280, color: 'green' },
			`## Connect with Pinterest
**Execute workflow** fetches your ad accounts from Pinterest. If that works, the table **pinterest_connection** says \`active\` with the ad account, and the other workflows begin to work with it. If not, it says \`unauthorized\`, and the error shown here says what to do.

**Several ad accounts?** Without a choice it is the first that Pinterest lists. For another one enter its ID in *Ad account*, and run this again.

Run it again after you have entered new tokens: nothing has to be disconnected before.`,
		),
	],
});
