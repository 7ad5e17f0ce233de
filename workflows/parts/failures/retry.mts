import { at, automation, decide, isTrue, node, only, rows, wait } from '../../builder/index.mts';
import { CONNECTION, ERRORS } from '../../../worker/src/automation/tables.ts';
import { THIS_ROW, STILL_TRYING } from './rows.mts';

export const whoWasFirst = rows(ERRORS).get(
	'Who was first?',
	at(11, -2),
	{
		where: [['workflow_id', 'eq', '={{ $json.workflow_id }}'], STILL_TRYING],
		limit: 1,
		orderBy: ['id', 'ASC'],
	},
	{ id: 'who-is-first' },
);

export const isItThisOne = decide(
	'Is it this one?',
	at(12, -2),
	isTrue("={{ $json.id === $('Write it down').first().json.id }}"),
);

export const leaveItToTheOther = rows(ERRORS).update(
	'Leave it to the other',
	at(13, -1),
	{ where: [THIS_ROW], set: { outcome: 'part of another', next_attempt_at: null } },
	{ id: 'leave-it' },
);

export const pause = node(
	'Pause',
	at(13, -3),
	'wait',
	1.1,
	{ resume: 'specificTime', dateTime: "={{ $('What to do').first().json.next_attempt_at }}" },
	{ webhookId: 'pinterest-ads-errors-pause' },
);

export const connection = rows(CONNECTION).get(
	'Connection',
	at(14, -3),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true, onError: 'continueRegularOutput' },
);

export const hasN8nJustStarted = decide(
	'Has n8n just started?',
	at(15, -3),
	isTrue("={{ /module is disabled/.test($json.error ?? '') }}"),
	{ id: 'just-started' },
);

export const letN8nStart = wait('Let n8n start', at(15, -5), 70, {
	webhookId: 'pinterest-ads-errors-start',
	notesInFlow: true,
	notes: 'A pause that ended while n8n was stopped goes on before n8n has its tables.',
});

export const isThereAnythingToDo = automation(
	'Is there anything to do?',
	at(16, -3),
	'checkRetry',
	{ row: "={{ $('Write it down').first().json }}" },
	{ id: 'anything-to-do' },
);

export const countTheAttempt = rows(ERRORS).update(
	'Count the attempt',
	at(17, -3),
	{ where: [THIS_ROW, STILL_TRYING] },
	{ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000, id: 'count' },
);

export const itDoesNotRest = only(
	'It does not rest',
	at(18, -3),
	isTrue("={{ $json.outcome === 'trying again' }}"),
);

export const nothingToHandOver = node(
	'Nothing to hand over',
	at(19, -3),
	'set',
	3.4,
	{ mode: 'raw', jsonOutput: '{}', options: {} },
	{ id: 'hand-over' },
);

export const doItAgain = node(
	'Do it again',
	at(20, -3),
	'executeWorkflow',
	1.2,
	{
		workflowId: {
			__rl: true,
			mode: 'id',
			value: "={{ $('What happened').first().json.workflow_id }}",
		},
		workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
		options: {},
	},
	{ alwaysOutputData: true, onError: 'continueRegularOutput' },
);

export const whatCameOfIt = automation(
	'What came of it',
	at(21, -3),
	'readRetry',
	{},
	{ executeOnce: true },
);

export const didItWork = decide(
	'Did it work?',
	at(22, -3),
	isTrue("={{ $json.outcome === 'recovered' }}"),
);

export const recovered = rows(ERRORS).update('Recovered', at(23, -4), { where: [THIS_ROW] });

export const letItTellWhy = wait('Let it tell why', at(23, -2), 30, {
	webhookId: 'pinterest-ads-errors-why',
	id: 'let-it-tell',
});

export const giveUp = rows(ERRORS).update('Give up', at(24, -2), {
	where: [THIS_ROW, STILL_TRYING, ['handled_by', 'eq', '={{ $execution.id }}']],
});
