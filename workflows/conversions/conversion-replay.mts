import {
	at,
	byId,
	calledByOthers,
	decide,
	equals,
	failed,
	isFalse,
	isTrue,
	manualTrigger,
	merge,
	no,
	note,
	only,
	pinterestAds,
	rows,
	schedule,
	second,
	stop,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { CONNECTION, CONVERSIONS } from '../../worker/src/automation/tables.ts';

const every5Minutes = schedule('Every 5 minutes', at(0, 0), 'conversions');

const runNow = manualTrigger('Run now', at(0, 2));

const fromAnotherWorkflow = calledByOthers('From another workflow', at(0, 4));

const forgetWhatWasSent = rows(CONVERSIONS).remove('Forget what was sent', at(1, -2), [
	['status', 'eq', 'sent'],
	['updatedAt', 'lte', "={{ $now.minus(7, 'days').toISO() }}"],
]);

const connection = rows(CONNECTION).get(
	'Connection',
	at(1, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true },
);

const isItActive = decide('Is it active?', at(2, 0), equals('={{ $json.status }}', 'active'));

const startedByHand = only(
	'Started by hand?',
	at(3, 5),
	isTrue("={{ $execution.mode === 'test' }}"),
);

const notConnected = stop(
	'Not connected',
	at(4, 5),
	"=Pinterest is not connected ({{ $('Connection').first().json.status ?? 'no connection' }}). {{ $('Connection').first().json.message }} {{ $('Connection').first().json.hint ?? 'Run the workflow set-up, then connect.' }}",
);

const failedAndDue = rows(CONVERSIONS).get('Failed and due', at(3, 0), {
	where: [
		['status', 'eq', 'failed'],
		['next_attempt_at', 'lte', '={{ $now.toISO() }}'],
	],
	limit: 500,
	orderBy: ['id', 'ASC'],
});

const cutOff = rows(CONVERSIONS).get('Cut off', at(3, 2), {
	where: [
		['status', 'eq', 'pending'],
		['updatedAt', 'lte', "={{ $now.minus(15, 'minutes').toISO() }}"],
	],
	limit: 500,
	orderBy: ['id', 'ASC'],
});

const due = merge('Due', at(4, 1));

const mayItBeSentAgain = decide(
	'May it be sent again?',
	at(5, 1),
	isFalse(
		"={{ $json.status === 'pending' && ($json.action_source === 'offline' || $json.attempts >= 3) }}",
	),
);

const takeIt = rows(CONVERSIONS).update('Take it', at(6, 0), {
	where: [
		['id', 'eq', '={{ $json.id }}'],
		['status', 'eq', '={{ $json.status }}'],
		['attempts', 'eq', '={{ $json.attempts }}'],
	],
	set: { status: 'pending', attempts: '={{ $json.attempts + 1 }}' },
});

const sendAgain = pinterestAds(
	'Send again',
	at(7, 0),
	'conversion',
	'send',
	{
		adAccountId: byId(
			"={{ $json.ad_account_id || $('Connection').first().json.ad_account_id || '' }}",
		),
		eventSource: 'json',
		event: '={{ $json.event }}',
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

const markAsSent = rows(CONVERSIONS).update('Mark as sent', at(8, -1), {
	where: [['id', 'eq', "={{ $('Take it').item.json.id }}"]],
	set: { status: 'sent', event: '', error_message: '' },
});

const markAsFailed = rows(CONVERSIONS).update('Mark as failed', at(8, 1), {
	where: [['id', 'eq', "={{ $('Take it').item.json.id }}"]],
	set: {
		status:
			"={{ $('Take it').item.json.attempts >= 3 && $json.details.kind !== 'token-expired' || $json.details.kind === 'invalid' && Boolean($json.details.event_id ?? $json.details.problems) || $json.details.kind === 'outcome-unknown' && $('Take it').item.json.action_source === 'offline' ? 'dead' : 'failed' }}",
		error_message:
			"={{ [$json.error, $json.message].filter(Boolean).map((text) => /[.!?]$/.test(text) ? text : text + '.').join(' ') }}",
		next_attempt_at:
			"={{ $now.plus(Math.max([600, 3600, 21600][$('Take it').item.json.attempts] ?? 0, ($json.details.retry_after_ms ?? 0) / 1000), 'seconds').toISO() }}",
		attempts:
			"={{ $('Take it').item.json.attempts - ($json.details.kind === 'token-expired' ? 1 : 0) }}",
	},
});

const isItDead = only('Is it dead?', at(9, 1), isTrue("={{ $json.status === 'dead' }}"));

const wasTheTokenRefused = only(
	'Was the token refused?',
	at(8, 5),
	isTrue("={{ $json.details?.kind === 'token-expired' }}"),
);

const markTheConnection = rows(CONNECTION).update(
	'Mark the connection',
	at(9, 5),
	{
		where: [
			['connection_key', 'eq', 'main'],
			['status', 'eq', 'active'],
		],
		set: {
			status: 'unauthorized',
			is_token_valid: false,
			message: '={{ $json.error }}',
			hint: '={{ $json.message }}',
			checked_at: '={{ $now.toISO() }}',
		},
	},
	{ executeOnce: true },
);

const tellThatItIsUnauthorized = stopWith(
	'Tell that it is unauthorized',
	at(10, 5),
	"={{ JSON.stringify({ message: 'The connection with Pinterest is unauthorized, and the schedules rest: ' + $json.message, description: $json.hint, kind: 'not-connected', retryable: false }) }}",
);

const keepAsDead = rows(CONVERSIONS).update('Keep as dead', at(6, 3), {
	where: [
		['id', 'eq', '={{ $json.id }}'],
		['status', 'eq', '={{ $json.status }}'],
		['attempts', 'eq', '={{ $json.attempts }}'],
	],
	set: {
		status: 'dead',
		error_message:
			"={{ $json.action_source === 'offline' ? 'n8n was stopped while it sent this offline conversion, and Pinterest would count one that it has already a second time. Look in Ads Manager whether it has arrived; if it has not, set its status to failed.' : 'n8n was stopped each time it sent this conversion. Look for what stops n8n, then set its status to failed and its attempts to 0.' }}",
		next_attempt_at: '={{ $now.toISO() }}',
	},
});

const allThatDied = merge('All that died', at(10, 2));

const tellTheErrorHandler = stopWith(
	'Tell the error handler',
	at(11, 2),
	"={{ JSON.stringify({ message: ($input.all().length === 1 ? '1 conversion' : $input.all().length + ' conversions') + ' could not be sent. Kept as dead in the table pinterest_conversions: ' + Object.entries($input.all().reduce((found, { json }) => ({ ...found, [json.error_message]: (found[json.error_message] ?? 0) + 1 }), {})).slice(0, 5).map(([reason, count]) => count + ' × ' + reason).join(' '), description: 'Look at the rows with the status dead. To have one sent again, mend what its error_message names, then set its status to failed and its attempts to 0.', kind: 'conversion-dead', retryable: false }) }}",
);

export default workflow({
	file: 'conversion-replay',
	id: 'pinAdsReplay',
	name: 'conversion replay',
	kept: 'none',
	executionTimeout: 600,
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[every5Minutes, forgetWhatWasSent],
		[
			every5Minutes,
			connection,
			isItActive,
			failedAndDue,
			due,
			mayItBeSentAgain,
			takeIt,
			sendAgain,
			markAsSent,
		],
		[runNow, forgetWhatWasSent],
		[runNow, connection],
		[fromAnotherWorkflow, forgetWhatWasSent],
		[fromAnotherWorkflow, connection],
		[isItActive, cutOff, second(due)],
		[no(isItActive), startedByHand, notConnected],
		[no(mayItBeSentAgain), keepAsDead, second(allThatDied)],
		[failed(sendAgain), markAsFailed, isItDead, allThatDied, tellTheErrorHandler],
		[failed(sendAgain), wasTheTokenRefused, markTheConnection, tellThatItIsUnauthorized],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -1110], width: 560, height: 270, color: 'red' },
			`## Imported in the editor? Choose first
1. *Send again*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
3. In the same settings: **Save failed production executions** and **Save successful production executions**: *Do not save*; **Timeout Workflow** on, after 10 minutes.
4. **Publish** it beside *conversion webhook*.`,
		),
		note(
			'What it does',
			{ at: [-40, -820], width: 760, height: 580, color: 'green' },
			`## What could not be sent is sent again
Publish this workflow beside *conversion webhook*. Every 5 minutes it takes the rows of **pinterest_conversions** that are due, up to 500 of each kind, and sends them in as few requests as it takes, with the same event_id, so that Pinterest counts none twice:

- **failed** ones whose \`next_attempt_at\` has come: 10 minutes after the first failure, then after 1 hour, then after 6 hours
- **pending** ones that nobody has touched for 15 minutes: n8n was stopped while it sent them

After 3 further attempts, or as soon as Pinterest refuses an event for good, a row is **dead**: it stays, with its reason, and the error handler is told. To have it sent again, mend the reason, then set its \`status\` to \`failed\` and its \`attempts\` to \`0\`.

**Offline** events are the exception: Pinterest counts one that it has already again. One that was cut off is not sent again but **dead**; look in Ads Manager whether it has arrived.

Rows that were sent are deleted after 7 days (*Forget what was sent*). They hold no data of a person from the moment they are sent.

While the table **pinterest_connection** does not say \`active\`, nothing is sent and no attempt is counted; conversions wait. Where Pinterest refuses the token, the connection is marked \`unauthorized\`, the error handler is told once, and the attempt does not count.`,
		),
	],
});
