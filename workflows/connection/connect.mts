import {
	at,
	automation,
	byId,
	calledByOthers,
	decide,
	equals,
	failed,
	fields,
	manualTrigger,
	no,
	groupNote,
	nothing,
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

const isItConnected = decide('Is it connected?', at(5, 0), equals('={{ $json.status }}', 'active'));
// What has called it is given the row.
const connected = nothing('Connected', at(6, -1));
const whatToTell = automation('What is to be done?', at(6, 1), 'tellOfConnection', {
	after: 'connect',
});
const sayWhatToDo = stopWith('Say what to do', at(7, 1), TELL);

export default workflow({
	file: 'connect',
	id: 'pinAdsConnect',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[connect, adAccount, check, noteIt, writeItDown, isItConnected, connected],
		[no(isItConnected), whatToTell, sayWhatToDo],
		[fromAnotherWorkflow, adAccount],
		[failed(check), noteIt],
	],
	overview: {
		forWhom:
			'For whoever sets it up, and again after new tokens: nothing has to be disconnected before.',
		howItWorks: `**Execute workflow** fetches your ad accounts from Pinterest. If that works, the table **pinterest_connection** says \`active\` with the ad account, and the other workflows begin to work with it. If not, it says \`unauthorized\`, and the error shown here says what to do.`,
		makeItYours:
			'**Several ad accounts?** Without a choice it is the first that Pinterest lists. For another one enter its ID in *Ad account*, and run this again.',
		publish: '**Publish** it only if another workflow is to start it.',
	},
	notes: [
		groupNote(
			'Ask Pinterest',
			{ at: [184, 240], width: 580, height: 120 },
			'*Check* tries the token. *Note what was found* turns the answer into the row of the table, or ends here where there was no answer.',
		),
	],
});
