import {
	at,
	automation,
	byId,
	decide,
	failed,
	isTrue,
	no,
	note,
	pinterestAds,
	rows,
	schedule,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { CONNECTION } from '../../worker/src/automation/tables.ts';
import { connectionRow, isConnected, startedOtherwise } from '../parts/gate.mts';
import { TELL } from '../parts/refusedToken.mts';

const daily = schedule('Daily at 05:00 UTC', at(0, 0), 'tokenRefresh');
const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 2);

const connection = connectionRow(1, 0);
// What is unauthorized is looked at too: a token that works again ends that.
const isToBeChecked = isConnected(2, 0, { options: { alsoUnauthorized: true } });

const ADDRESSED = { adAccountId: byId("={{ $('Connection').first().json.ad_account_id ?? '' }}") };
const FAILED_ARE_NOTED = { onError: 'continueErrorOutput' } as const;

const check = pinterestAds('Check', at(3, 0), 'connection', 'check', ADDRESSED, FAILED_ARE_NOTED);
const isARenewalDue = decide(
	'Is a renewal due?',
	at(4, 0),
	isTrue("={{ $json.status === 'active' && $json.needs_refresh }}"),
);
const refreshToken = pinterestAds(
	'Refresh Token',
	at(5, -2),
	'connection',
	'refresh',
	ADDRESSED,
	FAILED_ARE_NOTED,
);

const noteIt = automation('Note what was found', at(6, 0), 'noteConnectionCheck', {
	rowBefore: "={{ $('Connection').first().json }}",
	// Nothing where the check itself has failed.
	checkBefore: "={{ $('Check').first(0)?.json ?? {} }}",
});

// What has happened to the connection in the meantime is left alone, and ends it here.
const writeItDown = rows(CONNECTION).update('Write it down', at(7, 0), {
	where: [
		['connection_key', 'eq', 'main'],
		['status', 'eq', "={{ $('Connection').first().json.status }}"],
	],
});
const whatToTell = automation('Is there something to be done?', at(8, 0), 'tellOfConnection', {
	rowBefore: "={{ $('Connection').first().json }}",
});
const sayWhatToDo = stopWith('Say what to do', at(9, 0), TELL);

export default workflow({
	file: 'token-check',
	id: 'pinAdsTokenCheck',
	name: 'token check',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			daily,
			connection,
			isToBeChecked,
			check,
			isARenewalDue,
			refreshToken,
			noteIt,
			writeItDown,
			whatToTell,
			sayWhatToDo,
		],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
		[failed(check), noteIt],
		[no(isARenewalDue), noteIt],
		[failed(refreshToken), noteIt],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -760], width: 560, height: 220, color: 'red' },
			`## Imported in the editor? Choose first
1. *Check* and *Refresh Token*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
3. **Publish** it, to have it run by itself.`,
		),
		note(
			'What it does',
			{ at: [-40, -520], width: 760, height: 340, color: 'green' },
			`## Is Pinterest still connected?
Every day at 05:00 UTC, an hour before the audiences are synced, the connection is checked, and the tokens are renewed when they are about to end: the access token within a day, the refresh token within 30 days. The table **pinterest_connection** says how it stands.

If Pinterest no longer accepts the tokens, the connection becomes \`unauthorized\`, the error handler is told **once**, and all schedules rest. This one goes on: once you have entered new tokens in the credential, it becomes \`active\` again by itself, at once if you choose *Run now*.

A token that cannot be renewed is announced on the last day before it ends. Trouble on the way (network, Pinterest down) changes nothing. After *disconnect* it rests as well.`,
		),
	],
});
