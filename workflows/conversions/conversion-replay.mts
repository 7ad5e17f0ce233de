import {
	at,
	automation,
	byId,
	failed,
	node,
	pinterestAds,
	rows,
	schedule,
	second,
	merge,
	workflow,
} from '../builder/index.mts';
import {
	CONVERSION_RULES,
	WAITED_TOO_LONG,
} from '../../worker/src/automation/conversions/rules.ts';
import { CONVERSIONS } from '../../worker/src/automation/tables.ts';
import { connectionRow, isConnected, startedOtherwise } from '../parts/gate.mts';
import { replayCanvas } from '../parts/conversionNotes.mts';
import { refusedTokenIsTold } from '../parts/refusedToken.mts';

const { atOnce, cutOffAfter, daysDead, daysSent, daysWaiting } = CONVERSION_RULES;
const daysAgo = (days: number) => `={{ $now.minus(${days}, 'days').toISO() }}`;

const every5Minutes = schedule('Every 5 minutes', at(0, 0), 'conversions');
const { runNow, fromAnotherWorkflow } = startedOtherwise(0, 2);

// What clears up goes on without a row, and where nothing can be written, as it makes room.
const once = { alwaysOutputData: true, executeOnce: true };

const forgetWhatWasSent = rows(CONVERSIONS).remove(
	'Forget what was sent',
	at(1, 0),
	[
		['status', 'eq', 'sent'],
		['updatedAt', 'lte', daysAgo(daysSent)],
	],
	once,
);

const forgetWhatIsDead = rows(CONVERSIONS).remove(
	'Forget what is dead',
	at(2, 0),
	[
		['status', 'eq', 'dead'],
		['updatedAt', 'lte', daysAgo(daysDead)],
	],
	once,
);

const giveUpTheOld = rows(CONVERSIONS).update(
	'Give up the old',
	at(3, 0),
	{
		where: [
			['status', 'eq', 'failed'],
			['createdAt', 'lte', daysAgo(daysWaiting)],
		],
		set: { status: 'dead', error_message: WAITED_TOO_LONG, event: '' },
	},
	{ ...once, onError: 'continueRegularOutput' },
);

const connection = connectionRow(4, 0);
const connected = isConnected(5, 0);

const failedAndDue = rows(CONVERSIONS).get('Failed and due', at(6, -1), {
	where: [
		['status', 'eq', 'failed'],
		['next_attempt_at', 'lte', '={{ $now.toISO() }}'],
	],
	limit: atOnce,
	orderBy: ['id', 'ASC'],
});

const cutOff = rows(CONVERSIONS).get('Cut off', at(6, 1), {
	where: [
		['status', 'eq', 'pending'],
		['updatedAt', 'lte', `={{ $now.minus(${cutOffAfter}, 'minutes').toISO() }}`],
	],
	limit: atOnce,
	orderBy: ['id', 'ASC'],
});

const due = merge('Due', at(7, 0));

// The first of four: what comes after it is known before the others choose.
const offlineOnes = automation('Offline ones', at(8, -4), 'chooseConversions', {
	choose: 'offline',
});

const sameEvents = rows(CONVERSIONS).get('Same events', at(9, -4), {
	where: [['event_id', 'eq', '={{ $json.event_id }}']],
	limit: 100,
	orderBy: ['id', 'ASC'],
});

const others = { sameFrom: 'Same events', connectionsFrom: 'Connection' };

const toSendAgain = automation('To send again', at(8, -1), 'chooseConversions', {
	choose: 'again',
	...others,
});

const toRemove = automation('Here twice', at(8, 1), 'chooseConversions', {
	choose: 'repeated',
	...others,
});

const toGiveUp = automation('Not to be sent again', at(8, 3), 'chooseConversions', {
	choose: 'givenUp',
	...others,
});

/** Of two runs at the same time one finds it so. */
const asItWas = [
	['id', 'eq', '={{ $json.id }}'],
	['status', 'eq', '={{ $json.status }}'],
	['attempts', 'eq', '={{ $json.attempts }}'],
] as const;

const takeIt = rows(CONVERSIONS).update('Take it', at(9, -1), {
	where: asItWas,
	set: { status: 'pending', attempts: '={{ $json.attempts + 1 }}' },
});

const sendAgain = pinterestAds(
	'Send again',
	at(10, -1),
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

const markAsSent = rows(CONVERSIONS).update('Mark as sent', at(11, -2), {
	where: [['id', 'eq', "={{ $('Take it').item.json.id }}"]],
	set: { status: 'sent', event: '', error_message: '' },
});

const whatFollows = automation('What follows', at(11, 0), 'conversionFailed', {
	rowsFrom: 'Take it',
});

const markAsFailed = rows(CONVERSIONS).update('Mark as failed', at(12, 0), {
	where: [['id', 'eq', '={{ $json.id }}']],
});

const removeIt = rows(CONVERSIONS).remove('Remove it', at(9, 1), asItWas);

const keepAsDead = rows(CONVERSIONS).update('Keep as dead', at(9, 3), {
	where: asItWas,
	set: {
		status: 'dead',
		error_message: '={{ $json.error_message }}',
		next_attempt_at: '={{ $now.toISO() }}',
	},
});

const allThatDied = node('All that died', at(13, 3), 'merge', 3, { numberInputs: 3 });

const tellTheErrorHandler = automation('Tell the error handler', at(14, 3), 'tellDeadConversions');

const refused = refusedTokenIsTold(11, 5);

export default workflow({
	file: 'conversion-replay',
	id: 'pinAdsReplay',
	kept: 'none',
	executionTimeout: 600,
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[
			every5Minutes,
			forgetWhatWasSent,
			forgetWhatIsDead,
			giveUpTheOld,
			connection,
			connected,
			failedAndDue,
			due,
			toSendAgain,
			takeIt,
			sendAgain,
			markAsSent,
		],
		[runNow, forgetWhatWasSent],
		[fromAnotherWorkflow, forgetWhatWasSent],
		[connected, cutOff, second(due)],
		[due, offlineOnes, sameEvents],
		[due, toRemove, removeIt],
		[due, toGiveUp, keepAsDead, second(allThatDied)],
		[giveUpTheOld, { to: allThatDied, input: 2 }],
		[failed(sendAgain), whatFollows, markAsFailed, allThatDied, tellTheErrorHandler],
		[failed(sendAgain), refused.isRefused, refused.mark, refused.whatToTell, refused.tell],
	],
	...replayCanvas,
});
