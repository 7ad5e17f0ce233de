import {
	at,
	automation,
	byId,
	conversions,
	failed,
	output,
	pinterestAds,
	rows,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { CONNECTION, CONVERSIONS } from '../../worker/src/automation/tables.ts';
import { webhookCanvas } from '../parts/conversionNotes.mts';
import { refusedTokenIsTold } from '../parts/refusedToken.mts';
import { route } from '../parts/route.mts';

const conversion = conversions(
	'Conversion',
	at(0, 0),
	'pinterest-conversion',
	'pinterest-ads-conversion',
);

// All rows: the others say which ad accounts callers may name.
const connection = rows(CONNECTION).get(
	'Connection',
	at(1, 0),
	{ limit: 100 },
	{ alwaysOutputData: true, executeOnce: true, id: 'is-pinterest-connected' },
);

const asRows = automation(
	'As rows',
	at(2, 0),
	'conversionRow',
	{ conversionsFrom: 'Conversion' },
	{ onError: 'continueErrorOutput' },
);

// All at once. Where the tables are full, n8n hands on what came in; what comes next sees that there is no row.
const writeThemDown = rows(CONVERSIONS).insertMany('Write them down', at(3, 0), {
	onError: 'continueRegularOutput',
});

const lookFor = automation('Look for the same', at(4, 0), 'findSameEvents', {
	rowsFrom: 'As rows',
});

const sameEvents = rows(CONVERSIONS).getAny(
	'Same events',
	at(5, 0),
	[0, 1, 2, 3, 4].map((n) => ['event_id', 'eq', `={{ $json.event_ids[${n}] }}`] as const),
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

const answered = automation(
	'Is it new?',
	at(6, 0),
	'checkNewConversion',
	{
		conversionsFrom: 'Conversion',
		writtenBy: 'Write them down',
		connectionsFrom: 'Connection',
	},
	{ onError: 'continueErrorOutput' },
);

const sendToPinterest = pinterestAds(
	'Send to Pinterest',
	at(8, 0),
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

// Placed above, so that n8n comes to them first: what is still on its way after that, was sent.
const whatFollows = automation('What follows', at(9, -3), 'conversionFailed', {
	rowsFrom: 'Is it new?',
});

const markAsFailed = rows(CONVERSIONS).update('Mark as failed', at(10, -3), {
	where: [['id', 'eq', '={{ $json.id }}']],
});

const tellTheErrorHandler = automation('Tell the error handler', at(11, -3), 'tellDeadConversions');

const markAsSent = rows(CONVERSIONS).update(
	'Mark as sent',
	at(9, 0),
	{
		where: [
			// Without it, n8n would go through the whole table.
			['id', 'gte', "={{ $('Same events').first().json.id }}"],
			['claimed_by', 'eq', '={{ $execution.id }}'],
			['status', 'eq', 'pending'],
		],
		set: { status: 'sent', event: '' },
	},
	{ executeOnce: true },
);

const refused = refusedTokenIsTold(9, 3);

const whyNot = route('Why not?', at(7, 5), '={{ $json.details.outcome }}', [
	'known',
	'rival',
	'take',
	'unwritten',
	'refused',
]);

const removeTheSecond = rows(CONVERSIONS).remove('Remove the second', at(8, 5), [
	['id', 'eq', '={{ $json.details.second }}'],
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

const takeIt = rows(CONVERSIONS).update('Take it', at(8, 9), {
	where: [
		['id', 'eq', '={{ $json.details.id }}'],
		['status', 'eq', 'failed'],
	],
	set: {
		status: 'pending',
		error_message: '',
		ad_account_id: '={{ $json.details.ad_account_id }}',
	},
});

const couldNotWrite = stopWith(
	'Could not write it down',
	at(8, 11),
	"={{ JSON.stringify({ message: $json.error, description: $json.message, kind: 'not-written', retryable: false }) }}",
);

const orderRefused = stopWith(
	'Tell of the refused order',
	at(8, 13),
	"={{ JSON.stringify({ message: $json.error, description: $json.message, kind: 'invalid', retryable: false }) }}",
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
			connection,
			asRows,
			writeThemDown,
			lookFor,
			sameEvents,
			answered,
			sendToPinterest,
			markAsSent,
		],
		// Nothing of the call is written down: its caller is told why.
		[failed(asRows), answered],
		[failed(sendToPinterest), whatFollows, markAsFailed, tellTheErrorHandler],
		[failed(sendToPinterest), refused.isRefused, refused.mark, refused.whatToTell, refused.tell],
		[failed(answered), whyNot, removeTheSecond],
		[output(whyNot, 1), removeTheRival, lookFor],
		[output(whyNot, 2), takeIt, sendToPinterest],
		[output(whyNot, 3), couldNotWrite],
		[output(whyNot, 4), orderRefused],
	],
	...webhookCanvas,
});
