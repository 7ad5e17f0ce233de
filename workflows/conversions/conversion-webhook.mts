import {
	answer,
	at,
	byId,
	decide,
	equals,
	failed,
	fields,
	isEmpty,
	isFilled,
	isTrue,
	local,
	no,
	note,
	only,
	pinterestAds,
	rows,
	stopWith,
	webhook,
	workflow,
} from '../builder/index.mts';
import { CONNECTION, CONVERSIONS } from '../../worker/src/automation/tables.ts';

const conversion = webhook(
	'Conversion',
	at(0, 0),
	'pinterest-conversion',
	'pinterest-ads-conversion',
);

const checkAndHash = local(
	'Check and hash',
	at(1, 0),
	'conversion',
	'prepare',
	{ eventSource: 'json', event: '={{ $json.body }}', options: { maxEventKb: 64 } },
	{ onError: 'continueErrorOutput' },
);

const namesItNoAdAccount = decide(
	'Names it no ad account?',
	at(2, 0),
	isEmpty('={{ $json.ad_account_id }}'),
	{ id: 'names-no-ad-account' },
);

const itsAdAccount = rows(CONNECTION).exists(
	'Its ad account',
	at(3, -2),
	[['ad_account_id', 'eq', '={{ $json.ad_account_id }}']],
	{ alwaysOutputData: true },
);

const isItConnected = decide('Is it connected?', at(4, -2), isFilled('={{ $json.event }}'));

const answerAnotherAdAccount = answer(
	'Answer: another ad account',
	at(5, -2),
	"={{ { status: 'refused', error: 'The conversion was not sent. ad_account_id: is not an ad account that is connected', problems: [{ field: 'ad_account_id', message: 'is not an ad account that is connected. Leave it out, or have its row added to the table pinterest_connection' }] } }}",
	400,
);

const asARow = fields(
	'As a row',
	at(3, 0),
	[
		['status', 'string', 'pending'],
		['attempts', 'number', 0],
	],
	['event_id', 'event_name', 'action_source', 'order_id', 'ad_account_id', 'event'],
);

const writeItDown = rows(CONVERSIONS).insert('Write it down', at(4, 0));

const answerAccepted = answer(
	'Answer: accepted',
	at(5, 0),
	"={{ { status: 'accepted', event_id: $json.event_id, warnings: $('Check and hash').first().json.warnings } }}",
	202,
);

const isItActive = decide('Is it active?', at(7, 0), equals('={{ $json.status }}', 'active'), {
	id: 'is-it-not-connected',
});

const keepItForLater = rows(CONVERSIONS).update('Keep it for later', at(8, -2), {
	where: [['id', 'eq', "={{ $('Write it down').first().json.id }}"]],
	set: {
		status: 'failed',
		error_message:
			'Not sent yet: Pinterest is not connected. It is sent once the workflow connect or token check has made the connection active.',
		next_attempt_at: '={{ $now.toISO() }}',
	},
});

const connection = rows(CONNECTION).get(
	'Connection',
	at(6, 0),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, id: 'is-pinterest-connected' },
);

const sendToPinterest = pinterestAds(
	'Send to Pinterest',
	at(8, 0),
	'conversion',
	'send',
	{
		adAccountId: byId(
			"={{ $('Write it down').first().json.ad_account_id || $json.ad_account_id || '' }}",
		),
		eventSource: 'json',
		event: "={{ $('Write it down').first().json.event }}",
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

const markAsSent = rows(CONVERSIONS).update('Mark as sent', at(9, 0), {
	where: [['id', 'eq', "={{ $('Write it down').first().json.id }}"]],
	set: { status: 'sent', event: '' },
});

const markAsFailed = rows(CONVERSIONS).update('Mark as failed', at(9, 2), {
	where: [['id', 'eq', "={{ $('Write it down').first().json.id }}"]],
	set: {
		status:
			"={{ $json.details.kind === 'invalid' && Boolean($json.details.event_id ?? $json.details.problems) || $json.details.kind === 'outcome-unknown' && $('Write it down').first().json.action_source === 'offline' ? 'dead' : 'failed' }}",
		error_message:
			"={{ [$json.error, $json.message].filter(Boolean).map((text) => /[.!?]$/.test(text) ? text : text + '.').join(' ') }}",
		next_attempt_at:
			"={{ $now.plus(Math.max(600, ($json.details.retry_after_ms ?? 0) / 1000), 'seconds').toISO() }}",
	},
});

const isItDead = only('Is it dead?', at(10, 2), isTrue("={{ $json.status === 'dead' }}"));

const tellTheErrorHandler = stopWith(
	'Tell the error handler',
	at(11, 2),
	"={{ JSON.stringify({ message: '1 conversion could not be sent. Kept as dead in the table pinterest_conversions, row ' + $json.id + ': ' + $json.error_message, description: 'To have it sent again, mend what its error_message names, then set its status to failed and its attempts to 0.', kind: 'conversion-dead', retryable: false }) }}",
);

const wasTheTokenRefused = only(
	'Was the token refused?',
	at(9, 4),
	isTrue("={{ $json.details?.kind === 'token-expired' }}"),
);

const markTheConnection = rows(CONNECTION).update(
	'Mark the connection',
	at(10, 4),
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
	at(11, 4),
	"={{ JSON.stringify({ message: 'The connection with Pinterest is unauthorized, and the schedules rest: ' + $json.message, description: $json.hint, kind: 'not-connected', retryable: false }) }}",
);

const answerRefused = answer(
	'Answer: refused',
	at(2, 2),
	"={{ { status: 'refused', error: $json.error, problems: $json.details.problems } }}",
	400,
);

export default workflow({
	file: 'conversion-webhook',
	id: 'pinAdsConversions',
	name: 'conversion webhook',
	kept: 'none',
	executionTimeout: 600,
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			conversion,
			checkAndHash,
			namesItNoAdAccount,
			asARow,
			writeItDown,
			answerAccepted,
			connection,
			isItActive,
			sendToPinterest,
			markAsSent,
		],
		[failed(checkAndHash), answerRefused],
		[no(namesItNoAdAccount), itsAdAccount, isItConnected, asARow],
		[no(isItConnected), answerAnotherAdAccount],
		[no(isItActive), keepItForLater],
		[failed(sendToPinterest), markAsFailed, isItDead, tellTheErrorHandler],
		[failed(sendToPinterest), wasTheTokenRefused, markTheConnection, tellThatItIsUnauthorized],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -1240], width: 560, height: 320, color: 'red' },
			`## Imported in the editor? Choose first
1. *Conversion*: a **Header Auth credential** with the name and the value of a header, both of your choice. Your shop sends it with every call.
2. *Send to Pinterest*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
3. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
4. In the same settings: **Save failed production executions** and **Save successful production executions**: *Do not save*; **Timeout Workflow** on, after 10 minutes.
5. **Publish** it, and *conversion replay* too.`,
		),
		note(
			'What it does',
			{ at: [-40, -900], width: 760, height: 700, color: 'green' },
			`## Conversions, server to server
Publish this workflow and *conversion replay*, and have your shop call the **production URL** of the node *Conversion* for every conversion:

\`POST … {"event_name": "checkout", "event_id": "order-1001", "email": "name@example.com", "value": 49.99, "currency": "USD", "order_id": "1001"}\`

Pass the **event_id** that the Pinterest tag on your site sends too, so that nothing is counted twice.

- **202** with the \`event_id\`: the event is written to the table **pinterest_conversions**, hashed, and is sent now. What cannot be sent is tried again by *conversion replay*.
- **400** with a reason for each field: nothing was written or sent.
- anything else: not written. Call again, with the same event_id.

**Who may call it**: whoever sends the header of the credential “Pinterest webhooks”, chosen in *Conversion*. Others are answered 403. A caller that cannot send a header may be able to use *Basic Auth*, or you list its addresses under *Options, IP(s) Allowlist* as well. Never put the header into a web page: every visitor could read it.

**Ad account**: the one that the event names in \`ad_account_id\`, else the one in *Check and hash*, else the one that *connect* has chosen. An ad account that has no row in **pinterest_connection** is answered 400.

**Not connected?** The event is kept in the table, and *conversion replay* sends it once the connection is \`active\` again.

Executions of this workflow are not stored, as they hold personal data: what became of an event is in its row.`,
		),
	],
});
