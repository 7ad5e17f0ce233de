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

const toTakeTogether = automation('Failed, to take', at(8, -2), 'chooseConversions', {
	choose: 'failed',
	...others,
});

const cutOffToTake = automation('Cut off, to take', at(8, 0), 'chooseConversions', {
	choose: 'cutOff',
	...others,
});

const toTakeOneByOne = automation('To take one by one', at(8, 2), 'chooseConversions', {
	choose: 'oneByOne',
	...others,
});

const toRemove = automation('Here twice', at(8, 4), 'chooseConversions', {
	choose: 'repeated',
	...others,
});

const toGiveUp = automation('Not to be sent again', at(8, 6), 'chooseConversions', {
	choose: 'givenUp',
	...others,
});

/** Of two runs at the same time one finds it so. */
const asItWas = [
	['id', 'eq', '={{ $json.id }}'],
	['status', 'eq', '={{ $json.status }}'],
	['attempts', 'eq', '={{ $json.attempts }}'],
] as const;

const taken = { status: 'pending', claimed_by: '={{ $execution.id }}' };

/** What one write takes, of two runs at the same time only one takes. */
const together = [
	['status', 'eq', '={{ $json.status }}'],
	['attempts', 'eq', '={{ $json.attempts }}'],
	['action_source', 'neq', 'offline'],
	['id', 'lte', '={{ $json.last_id }}'],
] as const;

const takeTheFailed = rows(CONVERSIONS).update('Take the failed', at(9, -2), {
	where: [...together, ['next_attempt_at', 'lte', '={{ $now.toISO() }}']],
	set: { ...taken, attempts: '={{ $json.next_attempts }}' },
});

const takeTheCutOff = rows(CONVERSIONS).update('Take the cut off', at(9, 0), {
	where: [...together, ['updatedAt', 'lte', '={{ $json.before }}']],
	set: { ...taken, attempts: '={{ $json.next_attempts }}' },
});

const takeIt = rows(CONVERSIONS).update('Take it', at(9, 2), {
	where: asItWas,
	set: { ...taken, attempts: '={{ $json.attempts + 1 }}' },
});

const allTaken = node('Taken', at(10, -1), 'merge', 3, { numberInputs: 3 });

const sendAgain = pinterestAds(
	'Send again',
	at(11, -1),
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

const markAsSent = rows(CONVERSIONS).update(
	'Mark as sent',
	at(12, 0),
	{
		where: [
			['claimed_by', 'eq', '={{ $execution.id }}'],
			['status', 'eq', 'pending'],
		],
		set: { status: 'sent', event: '', error_message: '' },
	},
	{ executeOnce: true },
);

// Placed above, so that n8n comes to them first: what is still on its way after that, was sent.
const whatFollows = automation('What follows', at(12, -3), 'conversionFailed', {
	rowsFrom: 'Taken',
});

const markAsFailed = rows(CONVERSIONS).update('Mark as failed', at(13, -3), {
	where: [['id', 'eq', '={{ $json.id }}']],
});

const removeIt = rows(CONVERSIONS).remove('Remove it', at(9, 4), asItWas);

const keepAsDead = rows(CONVERSIONS).update('Keep as dead', at(9, 6), {
	where: asItWas,
	set: {
		status: 'dead',
		error_message: '={{ $json.error_message }}',
		next_attempt_at: '={{ $now.toISO() }}',
	},
});

const allThatDied = node('All that died', at(14, 6), 'merge', 3, { numberInputs: 3 });

const tellTheErrorHandler = automation('Tell the error handler', at(15, 6), 'tellDeadConversions');

const refused = refusedTokenIsTold(12, 3);

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
			toTakeTogether,
			takeTheFailed,
			allTaken,
			sendAgain,
			markAsSent,
		],
		[runNow, forgetWhatWasSent],
		[fromAnotherWorkflow, forgetWhatWasSent],
		[connected, cutOff, second(due)],
		[due, offlineOnes, sameEvents],
		[due, cutOffToTake, takeTheCutOff, second(allTaken)],
		[due, toTakeOneByOne, takeIt, { to: allTaken, input: 2 }],
		[due, toRemove, removeIt],
		[due, toGiveUp, keepAsDead, second(allThatDied)],
		[giveUpTheOld, { to: allThatDied, input: 2 }],
		[failed(sendAgain), whatFollows, markAsFailed, allThatDied, tellTheErrorHandler],
		[failed(sendAgain), refused.isRefused, refused.mark, refused.whatToTell, refused.tell],
	],
	...replayCanvas,
});
