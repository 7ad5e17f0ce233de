import {
	at,
	byId,
	calledByOthers,
	decide,
	failed,
	isTrue,
	manualTrigger,
	no,
	node,
	note,
	only,
	pinterestAds,
	rows,
	schedule,
	stop,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { CONNECTION } from '../../worker/src/automation/tables.ts';

const dailyAt0500UTC = schedule('Daily at 05:00 UTC', at(0, 0), 'tokenRefresh');

const runNow = manualTrigger('Run now', at(0, 2));

const fromAnotherWorkflow = calledByOthers('From another workflow', at(0, 4));

const connection = rows(CONNECTION).get(
	'Connection',
	at(1, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const isItToBeChecked = decide(
	'Is it to be checked?',
	at(2, 0),
	isTrue("={{ ['active', 'unauthorized'].includes($json.status) }}"),
);

const startedByHand = only(
	'Started by hand?',
	at(3, 3),
	isTrue("={{ $execution.mode === 'test' }}"),
);

const notConnected = stop(
	'Not connected',
	at(4, 3),
	"=Pinterest is not connected ({{ $('Connection').first().json.status ?? 'no connection' }}). {{ $('Connection').first().json.message }} {{ $('Connection').first().json.hint ?? 'Run the workflow set-up, then connect.' }}",
);

const check = pinterestAds(
	'Check',
	at(3, 0),
	'connection',
	'check',
	{ adAccountId: byId("={{ $('Connection').first().json.ad_account_id ?? '' }}") },
	{ onError: 'continueErrorOutput' },
);

const isARenewalDue = decide(
	'Is a renewal due?',
	at(4, -1),
	isTrue("={{ $json.status === 'active' && $json.needs_refresh }}"),
);

const refreshToken = pinterestAds(
	'Refresh Token',
	at(5, -3),
	'connection',
	'refresh',
	{ adAccountId: byId("={{ $('Connection').first().json.ad_account_id ?? '' }}") },
	{ onError: 'continueErrorOutput' },
);

const mayItWorkLater = decide(
	'May it work later?',
	at(6, -3),
	isTrue('={{ $json.details?.retryable ?? false }}'),
);

const itCannotBeRenewed = node('It cannot be renewed', at(7, -2), 'set', 3.4, {
	mode: 'raw',
	jsonOutput:
		"={{ JSON.stringify({ ...$('Check').first().json, message: 'The access token ' + ($('Check').first().json.token_expires_at ? 'expires on ' + $('Check').first().json.token_expires_at.slice(0, 16).replace('T', ' at ') + ' UTC' : 'is about to expire') + ' and cannot be renewed: paste a new one, or reconnect.', hint: [$json.error, $json.message].filter(Boolean).join(' ') }) }}",
	options: {},
});

const writeItDown = rows(CONNECTION).update('Write it down', at(8, 0), {
	where: [
		['connection_key', 'eq', 'main'],
		['status', 'neq', 'inactive'],
	],
	set: {
		status: '={{ $json.status }}',
		ad_account_id: "={{ $json.ad_account_id ?? $('Connection').first().json.ad_account_id ?? '' }}",
		ad_account_name:
			"={{ $json.ad_account_name ?? $('Connection').first().json.ad_account_name ?? '' }}",
		currency: "={{ $json.currency ?? $('Connection').first().json.currency ?? '' }}",
		ad_accounts_count: '={{ $json.ad_accounts_count }}',
		is_token_valid: '={{ $json.is_token_valid }}',
		needs_refresh: '={{ $json.needs_refresh }}',
		token_expires_at: '={{ $json.token_expires_at }}',
		refresh_token_expires_at: '={{ $json.refresh_token_expires_at }}',
		message: '={{ $json.message }}',
		hint: '={{ $json.hint }}',
		checked_at: '={{ $json.checked_at }}',
	},
});

const isThereSomethingToBeDone = only(
	'Is there something to be done?',
	at(9, 0),
	isTrue(
		"={{ $json.status === 'unauthorized' && $('Connection').first().json.status === 'active' || $json.status === 'active' && $json.needs_refresh && !$json.is_token_valid || $json.status === 'unauthorized' && $execution.mode === 'test' }}",
	),
);

const sayWhatToDo = stopWith(
	'Say what to do',
	at(10, 0),
	"={{ JSON.stringify({ message: ($json.status === 'unauthorized' ? 'The connection with Pinterest is unauthorized, and the schedules rest: ' : '') + $json.message, description: $json.hint, kind: $json.status === 'unauthorized' ? 'not-connected' : 'token-expiring', retryable: false }) }}",
);

const couldItNotBeChecked = only(
	'Could it not be checked?',
	at(5, 2),
	isTrue("={{ $json.details?.kind !== 'token-scope' }}"),
);

const tryAgainLater = stopWith(
	'Try again later',
	at(6, 2),
	'={{ JSON.stringify({ message: $json.error, description: $json.message, kind: $json.details?.kind, retryable: $json.details?.retryable ?? false, retry_after_ms: $json.details?.retry_after_ms }) }}',
);

const renewItLater = stopWith(
	'Renew it later',
	at(7, -4),
	'={{ JSON.stringify({ message: $json.error, description: $json.message, kind: $json.details?.kind, retryable: $json.details?.retryable ?? false, retry_after_ms: $json.details?.retry_after_ms }) }}',
);

export default workflow({
	file: 'token-check',
	id: 'pinAdsTokenCheck',
	name: 'token check',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			dailyAt0500UTC,
			connection,
			isItToBeChecked,
			check,
			isARenewalDue,
			refreshToken,
			writeItDown,
			isThereSomethingToBeDone,
			sayWhatToDo,
		],
		[runNow, connection],
		[fromAnotherWorkflow, connection],
		[no(isItToBeChecked), startedByHand, notConnected],
		[failed(check), couldItNotBeChecked, tryAgainLater],
		[no(isARenewalDue), writeItDown],
		[failed(refreshToken), mayItWorkLater, renewItLater],
		[no(mayItWorkLater), itCannotBeRenewed, writeItDown],
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
