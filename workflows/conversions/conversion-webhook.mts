import {
	answer,
	at,
	automation,
	byId,
	failed,
	local,
	node,
	output,
	pinterestAds,
	rows,
	stopWith,
	webhook,
	workflow,
} from '../builder/index.mts';
import { CONNECTION, CONVERSIONS } from '../../worker/src/automation/tables.ts';
import { webhookCanvas } from '../parts/conversionNotes.mts';
import { refusedTokenIsTold } from '../parts/refusedToken.mts';
import { route } from '../parts/route.mts';

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

// All rows: the others say which ad accounts callers may name.
const connection = rows(CONNECTION).get(
	'Connection',
	at(2, 0),
	{ limit: 100 },
	{ alwaysOutputData: true, executeOnce: true, id: 'is-pinterest-connected' },
);

const asARow = automation(
	'As a row',
	at(3, 0),
	'conversionRow',
	{ conversionFrom: 'Check and hash' },
	{ onError: 'continueErrorOutput' },
);

const answerRefused = answer(
	'Answer: refused',
	at(4, 2),
	"={{ { status: 'refused', error: $json.error, problems: $json.details.problems } }}",
	400,
);

// Where the tables are full, n8n hands on what came in, without a word. What comes next sees that there is no row.
const writeItDown = rows(CONVERSIONS).insert('Write it down', at(4, 0), undefined, {
	onError: 'continueRegularOutput',
});

const sameEvent = rows(CONVERSIONS).get(
	'Same event',
	at(5, 0),
	{
		where: [['event_id', 'eq', "={{ $('Check and hash').first().json.event_id }}"]],
		limit: 100,
		orderBy: ['id', 'ASC'],
	},
	{ alwaysOutputData: true, executeOnce: true, onError: 'continueRegularOutput' },
);

const isItNew = automation(
	'Is it new?',
	at(6, 0),
	'checkNewConversion',
	{ rowFrom: 'Write it down', connectionsFrom: 'Connection' },
	{ onError: 'continueErrorOutput' },
);

const answerAccepted = answer(
	'Answer: accepted',
	at(7, 0),
	"={{ { status: 'accepted', event_id: $json.event_id, warnings: $('Check and hash').first().json.warnings } }}",
	202,
);

const sendItNow = route('Send it now?', at(8, 0), '={{ $json.next }}', ['send', 'take']);

const takeIt = rows(CONVERSIONS).update('Take it', at(9, 2), {
	where: [
		['id', 'eq', '={{ $json.id }}'],
		['status', 'eq', 'failed'],
	],
	set: { status: 'pending', error_message: '', ad_account_id: '={{ $json.ad_account_id }}' },
});

const sendToPinterest = pinterestAds(
	'Send to Pinterest',
	at(10, 0),
	'conversion',
	'send',
	{
		adAccountId: byId('={{ $json.ad_account_id }}'),
		eventSource: 'json',
		event: '={{ $json.event }}',
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

const markAsSent = rows(CONVERSIONS).update('Mark as sent', at(11, -1), {
	where: [['id', 'eq', "={{ $('Write it down').first().json.id }}"]],
	set: { status: 'sent', event: '' },
});

const whatFollows = automation('What follows', at(11, 1), 'conversionFailed', {
	rowsFrom: 'Write it down',
});

const markAsFailed = rows(CONVERSIONS).update('Mark as failed', at(12, 1), {
	where: [['id', 'eq', '={{ $json.id }}']],
});

const tellTheErrorHandler = automation('Tell the error handler', at(13, 1), 'tellDeadConversions');

const refused = refusedTokenIsTold(11, 3);

const whyNot = route('Why not?', at(7, 3), '={{ $json.details.outcome }}', [
	'known',
	'rival',
	'unwritten',
]);

const answerKnown = answer(
	'Answer: known already',
	at(8, 5),
	"={{ { status: 'known', event_id: $json.details.event_id, message: $json.error } }}",
	200,
);

const removeTheSecond = rows(CONVERSIONS).remove('Remove the second', at(9, 5), [
	['id', 'eq', "={{ $('Write it down').first().json.id }}"],
]);

const removeTheRival = rows(CONVERSIONS).remove(
	'Remove the rival',
	at(8, 7),
	[
		['id', 'eq', '={{ $json.details.rival }}'],
		['status', 'eq', 'failed'],
	],
	{ alwaysOutputData: true },
);

const answerNotWritten = node('Answer: not written', at(8, 9), 'respondToWebhook', 1.1, {
	respondWith: 'json',
	responseBody: "={{ { status: 'not accepted', error: $json.error } }}",
	options: {
		responseCode: 503,
		responseHeaders: { entries: [{ name: 'Retry-After', value: '600' }] },
	},
});

const couldNotWrite = stopWith(
	'Could not write it down',
	at(9, 9),
	"={{ JSON.stringify({ message: $json.error, description: $json.message, kind: 'not-written', retryable: false }) }}",
);

export default workflow({
	file: 'conversion-webhook',
	id: 'pinAdsConversions',
	kept: 'none',
	executionTimeout: 600,
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			conversion,
			checkAndHash,
			connection,
			asARow,
			writeItDown,
			sameEvent,
			isItNew,
			answerAccepted,
			sendItNow,
			sendToPinterest,
			markAsSent,
		],
		[failed(checkAndHash), answerRefused],
		[failed(asARow), answerRefused],
		[output(sendItNow, 1), takeIt, sendToPinterest],
		[failed(sendToPinterest), whatFollows, markAsFailed, tellTheErrorHandler],
		[failed(sendToPinterest), refused.isRefused, refused.mark, refused.whatToTell, refused.tell],
		[failed(isItNew), whyNot, answerKnown, removeTheSecond],
		[output(whyNot, 1), removeTheRival, sameEvent],
		[output(whyNot, 2), answerNotWritten, couldNotWrite],
	],
	...webhookCanvas,
});
