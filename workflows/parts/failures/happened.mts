import {
	at,
	automation,
	decide,
	fields,
	isFilled,
	isTrue,
	node,
	only,
	rows,
	wait,
} from '../../builder/index.mts';
import { CONNECTION, ERRORS } from '../../../worker/src/automation/tables.ts';
import { TITLES } from '../../titles.mts';
import { PATIENT, OF_THIS_WORKFLOW, STILL_TRYING } from './rows.mts';

export const aWorkflowFailed = node('A workflow failed', at(0, 0), 'errorTrigger', 1);

export const whatHappened = automation('What happened', at(1, 0), 'readFailure');

/** They can run twice and do no harm. */
const DONE_AGAIN = [
	...(['pinAdsTokenCheck', 'pinAdsDailySync', 'pinAdsBulkSync'] as const),
	...(['pinAdsMetrics', 'pinAdsWeekly', 'pinAdsReplay'] as const),
];

export const choices = fields(
	'Choices',
	at(2, 0),
	[
		['done_again', 'string', DONE_AGAIN.map((id) => TITLES[id]).join('\n')],
		['pauses_in_minutes', 'string', '2, 5, 15'],
	],
	'all',
);

export const forgetWhatIsOver = rows(ERRORS).remove(
	'Forget what is over',
	at(3, -5),
	[
		['outcome', 'neq', 'trying again'],
		['occurred_at', 'lt', '={{ $json.forget_before }}'],
	],
	{ onError: 'continueRegularOutput' },
);

export const wasTheTokenRefused = only(
	'Was the token refused?',
	at(3, -3),
	isTrue('={{ $json.token_refused }}'),
	{ id: 'token-refused' },
);

export const markTheConnection = rows(CONNECTION).update(
	'Mark the connection',
	at(4, -3),
	{
		where: [
			['connection_key', 'eq', 'main'],
			['status', 'eq', 'active'],
		],
		set: {
			status: 'unauthorized',
			is_token_valid: false,
			message: '={{ $json.message }}',
			hint: '={{ $json.description }}',
			checked_at: '={{ $now.toUTC().toISO() }}',
		},
	},
	PATIENT,
);

export const fromAWorkflowThatItCalled = decide(
	'From a workflow that it called?',
	at(3, 0),
	isFilled('={{ $json.arose_in }}'),
	{ id: 'from-below' },
);

export const letThatOneTellFirst = wait('Let that one tell first', at(4, -1), 20, {
	webhookId: 'pinterest-ads-errors-tell',
	id: 'let-that-one-tell',
});

export const notYetTold = rows(ERRORS).doesNotExist(
	'Not yet told',
	at(5, -1),
	[['execution_id', 'eq', '={{ $json.arose_in }}']],
	{ onError: 'continueRegularOutput' },
);

export const closeWhatWasCutOff = rows(ERRORS).update(
	'Close what was cut off',
	at(6, 0),
	{
		where: [
			OF_THIS_WORKFLOW,
			STILL_TRYING,
			['next_attempt_at', 'lte', "={{ $('What happened').first().json.cut_off_before }}"],
		],
		set: {
			outcome: 'gave up',
			description:
				'n8n was stopped while it was done again. Look whether a later run has done the work.',
		},
	},
	{ ...PATIENT, alwaysOutputData: true, executeOnce: true, id: 'close-cut-off' },
);

export const earlierFailures = rows(ERRORS).get(
	'Earlier failures',
	at(7, 0),
	{ where: [OF_THIS_WORKFLOW], limit: 200, orderBy: ['id', 'DESC'] },
	{ ...PATIENT, alwaysOutputData: true, executeOnce: true },
);

export const whatToDo = automation('What to do', at(8, 0), 'planWhatFollows', {
	failure: "={{ $('What happened').first().json }}",
	mayRunTwice: "={{ $('Choices').first().json.done_again }}",
	pauses: "={{ $('Choices').first().json.pauses_in_minutes }}",
});

export const writeItDown = rows(ERRORS).upsert(
	'Write it down',
	at(9, 0),
	{ where: [['id', 'eq', '={{ $json.id }}']] },
	PATIENT,
);

// n8n hands on what was to be written where it could not be, without a time at which it was.
export const againOrTellSomebody = decide(
	'Again, or tell somebody?',
	at(10, 0),
	isTrue("={{ $json.outcome === 'trying again' && Boolean($json.updatedAt) }}"),
	{ id: 'what-next' },
);
