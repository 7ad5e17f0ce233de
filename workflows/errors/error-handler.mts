import {
	at,
	decide,
	fields,
	isTrue,
	no,
	node,
	note,
	only,
	output,
	rows,
	wait,
	workflow,
} from '../builder/index.mts';
import { CONNECTION, ERRORS } from '../../worker/src/automation/tables.ts';

const aWorkflowFailed = node('A workflow failed', at(0, 0), 'errorTrigger', 1, {});

const choices = fields(
	'Choices',
	at(1, 0),
	[
		[
			'done_again',
			'string',
			`Pinterest Ads: token check
Pinterest Ads: daily audience sync
Pinterest Ads: bulk sync
Pinterest Ads: metrics refresh
Pinterest Ads: weekly report
Pinterest Ads: conversion replay`,
		],
		['pauses_in_minutes', 'string', '2, 5, 15'],
		['message', 'string', "={{ ($json.execution ?? $json.trigger)?.error?.message ?? '' }}"],
		[
			'description',
			'string',
			"={{ ($json.execution ?? $json.trigger)?.error?.description ?? '' }}",
		],
		[
			'node',
			'string',
			"={{ $json.execution?.lastNodeExecuted ?? $json.trigger?.error?.node?.name ?? '' }}",
		],
		[
			'http_status',
			'string',
			"={{ ($json.execution ?? $json.trigger)?.error?.httpCode ?? ($json.execution ?? $json.trigger)?.error?.errorResponse?.httpCode ?? ($json.execution ?? $json.trigger)?.error?.status ?? '' }}",
		],
	],
	'all',
);

const whatHappened = node('What happened', at(2, 0), 'code', 2, {
	jsCode: `// n8n tells of a failed execution in \`execution\`, of a trigger that could not do its work in \`trigger\`.
const { execution, trigger, workflow = {}, ...choices } = $input.first().json;
const failed = execution ?? trigger ?? {};
const error = failed.error ?? {};
// A Pinterest node says in \`context\` what kind it is, Stop and Error in \`context.metadata\`. An error that has
// come up from a called workflow holds the original one.
const context =
	[error.context, error.errorResponse?.context].find((one) => one?.kind || one?.metadata?.kind) ?? {};
const told = context.pinterest ?? context.metadata ?? {};
const kind = context.kind ?? told.kind ?? kindOfOthers();
const transient = told.retryable ?? ['rate-limited', 'unavailable', 'network'].includes(kind);

function kindOfOthers() {
	const status = Number(choices.http_status || (/status code (\\d{3})\\b/.exec(choices.message)?.[1] ?? 0));
	if (status === 429) return 'rate-limited';
	if (status >= 500) return 'unavailable';
	const texts = [error.code, error.cause?.code, choices.message, ...(error.messages ?? [])].join(' ');
	const noConnection =
		/ECONN(REFUSED|RESET|ABORTED)|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|E(HOST|NET)UNREACH|EPIPE|socket hang up|perhaps (the server|it) is offline|connection (timed out|cannot be established)/i;
	return noConnection.test(texts) ? 'network' : 'other';
}

// What other nodes say may hold what they were given.
const plain = (text) =>
	String(text ?? '')
		.replace(/[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+/g, '[address]')
		.replace(/\\bpin[a-z]_\\w+|(?<=\\b(?:access_|refresh_)?token["':= ]+|\\bBearer )[\\w.~+/-]{8,}/gi, '[token]')
		.slice(0, 1000);

const { node } = choices;
const lines = (text) => String(text).split('\\n').map((line) => line.trim()).filter(Boolean);
const listed = lines(choices.done_again).includes(workflow.name);
// Of a report that failed on its way out nobody knows whom it has reached.
const ofPinterest = Boolean(context.kind);
const mayBeRepeated = listed && (ofPinterest || !/report/i.test(workflow.name));

return [
	{
		json: {
			workflow_id: workflow.id ?? '',
			workflow_name: workflow.name ?? '',
			execution_id: execution?.id ?? '',
			execution_url: execution?.url ?? '',
			node,
			message: plain(choices.message) || 'It failed without saying why.',
			description:
				plain(choices.description) ||
				(execution
					? \`Open the execution and look at \${node ? \`the node “\${node}”\` : 'where it stopped'}.\`
					: 'Look at the trigger of the workflow, and whether what it asks can be reached.'),
			started_by: failed.mode ?? '',
			kind,
			transient: Boolean(transient),
			// What says so with Stop and Error has dealt with it, and the connection may be active again by now.
			token_refused: context.kind === 'token-expired',
			retry_after_ms: Number(told.retry_after_ms ?? 0),
			// A trigger asks again by itself.
			tries_by_itself: !execution && Boolean(transient),
			done_again: Boolean(execution && transient && mayBeRepeated),
			pauses: String(choices.pauses_in_minutes).split(',').map(Number).filter((minutes) => minutes > 0),
			// The execution that called the failed one, and the one further down in which the error arose.
			called_by: execution?.executionContext?.parentExecutionId ?? '',
			arose_in: error.workflowId && error.workflowId !== workflow.id ? (error.executionId ?? '') : '',
		},
	},
];`,
});

const wasTheTokenRefused = only(
	'Was the token refused?',
	at(3, -3),
	isTrue('={{ $json.token_refused }}'),
	{ id: 'token-refused' },
);

const markTheConnection = rows(CONNECTION).update(
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
	{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
);

const fromAWorkflowThatItCalled = decide(
	'From a workflow that it called?',
	at(3, 0),
	isTrue("={{ $json.arose_in !== '' }}"),
	{ id: 'from-below' },
);

const letThatOneTellFirst = wait('Let that one tell first', at(4, -1), 20, {
	webhookId: 'pinterest-ads-errors-tell',
	id: 'let-that-one-tell',
});

const hasThatOneTold = rows(ERRORS).get(
	'Has that one told?',
	at(5, -1),
	{ where: [['execution_id', 'eq', "={{ $('What happened').first().json.arose_in }}"]], limit: 1 },
	{ alwaysOutputData: true, onError: 'continueRegularOutput', id: 'has-it-told' },
);

const notYetTold = only('Not yet told', at(6, -1), isTrue('={{ $json.id === undefined }}'));

const closeWhatWasCutOff = rows(ERRORS).update(
	'Close what was cut off',
	at(7, 0),
	{
		where: [
			['workflow_id', 'eq', "={{ $('What happened').first().json.workflow_id }}"],
			['outcome', 'eq', 'trying again'],
			['next_attempt_at', 'lte', "={{ $now.minus(3, 'hours').toUTC().toISO() }}"],
		],
		set: {
			outcome: 'gave up',
			description:
				'n8n was stopped while it was done again. Look whether a later run has done the work.',
		},
	},
	{
		alwaysOutputData: true,
		executeOnce: true,
		onError: 'continueRegularOutput',
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 5000,
		id: 'close-cut-off',
	},
);

const earlierFailures = rows(ERRORS).get(
	'Earlier failures',
	at(8, 0),
	{
		where: [['workflow_id', 'eq', "={{ $('What happened').first().json.workflow_id }}"]],
		limit: 200,
		orderBy: ['id', 'DESC'],
	},
	{
		alwaysOutputData: true,
		executeOnce: true,
		onError: 'continueRegularOutput',
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 5000,
	},
);

const whatToDo = node('What to do', at(9, 0), 'code', 2, {
	jsCode: `const facts = $('What happened').first().json;
const minutes = 60_000;
const now = Date.now();
const rows = $input.all().map(({ json }) => json).filter(({ id }) => id !== undefined);
const age = (row) => now - new Date(row.updatedAt).getTime();

// The workflow was done again by an earlier run of this one, which has failed: the same row goes on.
const own = rows.find(
	({ handled_by: by, outcome }) => by === facts.called_by && outcome !== 'part of another',
);
if (own && own.outcome !== 'trying again') return [];
const running = rows.some((row) => row !== own && row.outcome === 'trying again');
const daily = facts.tries_by_itself
	? rows.find((row) => row.outcome === 'tries by itself' && now - new Date(row.occurred_at).getTime() < 24 * 60 * minutes)
	: undefined;
let attempts = own?.attempts ?? 0;
let action = 'notify';
let outcome = own ? 'gave up' : 'not repeated';
let pause = 0;
if (facts.tries_by_itself) {
	outcome = 'tries by itself';
	attempts = (daily?.attempts ?? 0) + 1;
	if (attempts !== 3) action = 'rest';
} else if (facts.done_again && running && !own) {
	outcome = 'part of another';
	action = 'rest';
} else if (facts.done_again && attempts < facts.pauses.length) {
	outcome = 'trying again';
	action = 'again';
	// n8n stores only pauses that are longer than 65 seconds.
	pause = Math.max(facts.pauses[attempts] * minutes, 70_000, Math.min(facts.retry_after_ms, 24 * 60 * minutes));
} else if (facts.done_again) {
	outcome = 'gave up';
}

// A shop that calls every minute is no reason for a message every minute.
const said = rows.some(
	(row) => row.notified && row.message === facts.message && age(row) < 60 * minutes,
);
if (action === 'notify' && said) action = 'rest';
const { workflow_id, workflow_name, execution_id, execution_url, node, message, description } = facts;
const { started_by, kind, transient } = facts;
const kept = own ?? daily;
return [
	{
		json: {
			action,
			pause_ms: pause,
			id: kept?.id ?? 0,
			workflow_id, workflow_name, execution_id, execution_url, node, message, description,
			started_by: kept?.started_by ?? started_by,
			kind, transient, attempts, outcome,
			notified: action === 'notify' || Boolean(daily?.notified),
			handled_by: $execution.id,
			occurred_at: kept?.occurred_at ?? new Date(now).toISOString(),
			next_attempt_at: action === 'again' ? new Date(now + pause).toISOString() : null,
		},
	},
];`,
});

const writeItDown = rows(ERRORS).upsert(
	'Write it down',
	at(10, 0),
	{
		where: [['id', 'eq', '={{ $json.id }}']],
		set: {
			workflow_id: '={{ $json.workflow_id }}',
			workflow_name: '={{ $json.workflow_name }}',
			execution_id: '={{ $json.execution_id }}',
			execution_url: '={{ $json.execution_url }}',
			node: '={{ $json.node }}',
			message: '={{ $json.message }}',
			description: '={{ $json.description }}',
			started_by: '={{ $json.started_by }}',
			occurred_at: '={{ $json.occurred_at }}',
			kind: '={{ $json.kind }}',
			transient: '={{ $json.transient }}',
			attempts: '={{ $json.attempts }}',
			outcome: '={{ $json.outcome }}',
			next_attempt_at: '={{ $json.next_attempt_at }}',
			notified: '={{ $json.notified }}',
			handled_by: '={{ $json.handled_by }}',
		},
	},
	{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
);

const againOrTellSomebody = node(
	'Again, or tell somebody?',
	at(11, 0),
	'switch',
	3.2,
	{
		mode: 'expression',
		numberOutputs: 3,
		output:
			"={{ $('What to do').first().json.action === 'again' && $json.id ? 0 : $('What to do').first().json.action === 'rest' ? 2 : 1 }}",
	},
	{ id: 'what-next' },
);

const whoWasFirst = rows(ERRORS).get(
	'Who was first?',
	at(12, -2),
	{
		where: [
			['workflow_id', 'eq', '={{ $json.workflow_id }}'],
			['outcome', 'eq', 'trying again'],
		],
		limit: 1,
		orderBy: ['id', 'ASC'],
	},
	{ id: 'who-is-first' },
);

const isItThisOne = decide(
	'Is it this one?',
	at(13, -2),
	isTrue("={{ $json.id === $('Write it down').first().json.id }}"),
);

const leaveItToTheOther = rows(ERRORS).update(
	'Leave it to the other',
	at(14, 0),
	{
		where: [['id', 'eq', "={{ $('Write it down').first().json.id }}"]],
		set: { outcome: 'part of another', next_attempt_at: null },
	},
	{ id: 'leave-it' },
);

const pause = node(
	'Pause',
	at(14, -3),
	'wait',
	1.1,
	{ resume: 'specificTime', dateTime: "={{ $('What to do').first().json.next_attempt_at }}" },
	{ webhookId: 'pinterest-ads-errors-pause' },
);

const connection = rows(CONNECTION).get(
	'Connection',
	at(15, -3),
	{ where: [['connection_key', 'eq', 'main']], limit: 1 },
	{ alwaysOutputData: true, executeOnce: true, onError: 'continueRegularOutput' },
);

const hasN8nJustStarted = decide(
	'Has n8n just started?',
	at(16, -3),
	isTrue("={{ /module is disabled/.test($json.error ?? '') }}"),
	{ id: 'just-started' },
);

const letN8nStart = wait('Let n8n start', at(16, -5), 70, {
	webhookId: 'pinterest-ads-errors-start',
	notesInFlow: true,
	notes: 'A pause that ended while n8n was stopped goes on before n8n has its tables.',
});

const isThereAnythingToDo = decide(
	'Is there anything to do?',
	at(17, -3),
	isTrue(
		"={{ $json.status !== 'inactive' && ($json.status !== 'unauthorized' || /token check/i.test($('What happened').first().json.workflow_name)) }}",
	),
	{ id: 'anything-to-do' },
);

const rest = rows(ERRORS).update('Rest', at(18, -1), {
	where: [
		['id', 'eq', "={{ $('Write it down').first().json.id }}"],
		['outcome', 'eq', 'trying again'],
	],
	set: {
		outcome: 'resting',
		next_attempt_at: null,
		description:
			"=Pinterest is not connected ({{ $json.status }}), so it was not tried again. {{ $json.hint ?? '' }}",
	},
});

const countTheAttempt = rows(ERRORS).update(
	'Count the attempt',
	at(18, -4),
	{
		where: [
			['id', 'eq', "={{ $('Write it down').first().json.id }}"],
			['outcome', 'eq', 'trying again'],
		],
		set: { attempts: "={{ $('What to do').first().json.attempts + 1 }}" },
	},
	{ retryOnFail: true, maxTries: 3, waitBetweenTries: 5000, id: 'count' },
);

const nothingToHandOver = node(
	'Nothing to hand over',
	at(19, -4),
	'set',
	3.4,
	{ mode: 'raw', jsonOutput: '{}', options: {} },
	{ id: 'hand-over' },
);

const doItAgain = node(
	'Do it again',
	at(20, -4),
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

const didItWork = decide(
	'Did it work?',
	at(21, -4),
	isTrue("={{ Object.keys($json).join() !== 'error' }}"),
	{ executeOnce: true },
);

const recovered = rows(ERRORS).update('Recovered', at(22, -5), {
	where: [['id', 'eq', "={{ $('Write it down').first().json.id }}"]],
	set: { outcome: 'recovered', next_attempt_at: null },
});

const letItTellWhy = wait('Let it tell why', at(22, -3), 30, {
	webhookId: 'pinterest-ads-errors-why',
	id: 'let-it-tell',
});

const hasNobodyTold = rows(ERRORS).get(
	'Has nobody told?',
	at(23, -3),
	{
		where: [
			['id', 'eq', "={{ $('Write it down').first().json.id }}"],
			['outcome', 'eq', 'trying again'],
			['handled_by', 'eq', '={{ $execution.id }}'],
		],
		limit: 1,
	},
	{ id: 'nobody-told' },
);

const giveUp = rows(ERRORS).update('Give up', at(24, -3), {
	where: [['id', 'eq', '={{ $json.id }}']],
	set: {
		outcome: 'gave up',
		notified: true,
		next_attempt_at: null,
		message: "=Trying it again failed: {{ $('Do it again').first().json.error }}",
		description: 'Look whether the workflow is published. If it is, its last execution says more.',
	},
});

const whatToTell = node('What to tell', at(25, 0), 'code', 2, {
	jsCode: `// The row, or, where it could not be written, what was to be written.
const [{ json: written }] = $input.all();
const row = written.id === undefined ? $('What to do').first().json : written;
const tries = { 1: 'once', 2: 'twice' }[row.attempts] ?? \`\${row.attempts} times\`;
const tried =
	row.outcome === 'gave up'
		? \`It was tried again \${tries}, and will not be tried again by itself now.\`
		: row.outcome === 'tries by itself'
			? 'It goes on trying by itself.'
			: 'It was not tried again.';
const text = [
	row.message,
	row.description,
	tried,
	row.node && \`Node: \${row.node}\`,
	row.execution_url && \`Execution: \${row.execution_url}\`,
].filter(Boolean).join('\\n\\n');
return [{ json: { subject: \`\${row.workflow_name} failed: \${row.message}\`.slice(0, 150), text } }];`,
});

const sendTheEmail = node(
	'Send the email',
	at(26, -1),
	'emailSend',
	2.1,
	{
		resource: 'email',
		operation: 'send',
		fromEmail: 'Pinterest Ads <reports@example.com>',
		toEmail: 'marketing@example.com',
		subject: '={{ $json.subject }}',
		emailFormat: 'text',
		text: '={{ $json.text }}',
		options: { appendAttribution: false },
	},
	{
		disabled: true,
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the addresses first.',
		onError: 'continueRegularOutput',
	},
);

const tellSlack = node(
	'Tell Slack',
	at(26, 1),
	'slack',
	2.3,
	{
		authentication: 'accessToken',
		resource: 'message',
		operation: 'post',
		select: 'channel',
		channelId: { __rl: true, mode: 'name', value: '#marketing' },
		messageType: 'text',
		text: `=*{{ $json.subject }}*

{{ $json.text }}`,
		otherOptions: { includeLinkToWorkflow: false },
	},
	{
		disabled: true,
		notesInFlow: true,
		notes: 'Switch it on: choose a credential and the channel first.',
		onError: 'continueRegularOutput',
	},
);

export default workflow({
	file: 'error-handler',
	id: 'pinAdsErrors',
	name: 'error handler',
	kept: 'all',
	paths: [
		[aWorkflowFailed, choices, whatHappened, wasTheTokenRefused, markTheConnection],
		[
			whatHappened,
			fromAWorkflowThatItCalled,
			letThatOneTellFirst,
			hasThatOneTold,
			notYetTold,
			closeWhatWasCutOff,
			earlierFailures,
			whatToDo,
			writeItDown,
			againOrTellSomebody,
			whoWasFirst,
			isItThisOne,
			pause,
			connection,
			hasN8nJustStarted,
			letN8nStart,
			connection,
		],
		[no(fromAWorkflowThatItCalled), closeWhatWasCutOff],
		[output(againOrTellSomebody, 1), whatToTell, sendTheEmail],
		[no(isItThisOne), leaveItToTheOther],
		[
			no(hasN8nJustStarted),
			isThereAnythingToDo,
			countTheAttempt,
			nothingToHandOver,
			doItAgain,
			didItWork,
			recovered,
		],
		[no(isThereAnythingToDo), rest],
		[no(didItWork), letItTellWhy, hasNobodyTold, giveUp, whatToTell, tellSlack],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -620], width: 640, height: 280, color: 'red', id: 'note-1' },
			`## Imported in the editor? Choose first
1. Publish this workflow. It has no credential to choose as long as the two nodes below are switched off.
2. Choose it as the **Error Workflow** in the settings of every other Pinterest Ads workflow, and publish them.
3. To be told by email: in *Send the email*, choose the **SMTP credential**, set *From* and *To*, and switch the node on (right click, *Activate*).
4. To be told in Slack: in *Tell Slack*, choose the **Slack credential** and the channel, and switch the node on.
5. Have you given a workflow another name? Write that name into *Choices*.`,
		),
		note(
			'What it does',
			{ at: [640, -780], width: 720, height: 440, color: 'green', id: 'note-2' },
			`## What happens when a workflow fails
n8n runs this workflow, and it writes a row to the table **pinterest_errors**: what happened, what to do, and the address of the execution.

**A passing fault** (no connection, Pinterest is down, a rate limit) is tried again after 2, 5 and 15 minutes, or later where Pinterest says so. Only the workflows named in *Choices* are: they can run twice and do no harm. Nothing that creates campaigns is ever done again. When it works, \`outcome\` is \`recovered\`, and nobody is bothered.

**Everything else**, and what still fails after the third time, needs a person: it is told by email and Slack once they are switched on, the same message at most once an hour.

When Pinterest **refuses the token**, the connection is marked \`unauthorized\`, and the schedules rest until it is valid again.

To stop the trying, delete the row.`,
		),
	],
});
