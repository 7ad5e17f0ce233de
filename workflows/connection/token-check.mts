import {
	at,
	automation,
	byId,
	decide,
	failed,
	isTrue,
	no,
	groupNote,
	pinterestAds,
	rows,
	schedule,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { named } from '../titles.mts';
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
	overview: {
		forWhom: 'For everybody whose workflows are to run by themselves.',
		howItWorks: `Every day at 05:00 UTC, an hour before the audiences are synced, the connection is checked, and the tokens are renewed when they are about to end: the access token within a day, the refresh token within 30 days. The table **pinterest_connection** says how it stands.

If Pinterest no longer accepts the tokens, the connection becomes \`unauthorized\`, the error handler is told **once**, and all schedules rest. This one goes on: once you have entered new tokens in the credential, it becomes \`active\` again by itself, at once if you choose *Run now*.

A token that cannot be renewed is announced on the last day before it ends. Trouble on the way (network, Pinterest down) changes nothing. After ${named('pinAdsDisconnect')} it rests as well.`,
		makeItYours:
			'For another time, choose another *Schedule* in *Daily at 05:00 UTC*; keep it before the sync of the audiences.',
		publish: '**Publish** it, to have it run by itself.',
	},
	notes: [
		groupNote(
			'Check and renew',
			{ at: [632, 180], width: 700, height: 120 },
			'*Check* asks Pinterest. Only where a renewal is due does *Refresh Token* fetch new ones. A conversion token cannot be checked and does not end.',
		),
		groupNote(
			'Write it down, and tell',
			{ at: [1360, 180], width: 780, height: 120 },
			'If something else has changed the connection in the meantime, its row is left alone. *Is there something to be done?* passes only what a person has to do.',
		),
	],
});
