import { LOCKS } from '../../scripts/templates/locks.mts';
import { node, type More, type Parameters, type Position } from './node.mts';
import { PINTEREST_CREDENTIAL } from './steps.mts';
import { ai } from './tools.mts';

export const manualTrigger = (name: string, position: Position) =>
	node(name, position, 'manualTrigger', 1);

/** Started by any other workflow, whose items it takes as they are. */
export const calledByOthers = (name: string, position: Position) =>
	node(name, position, 'executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' });

/** Called by other workflows with these values. */
export const called = (
	name: string,
	position: Position,
	values: Readonly<Record<string, 'string' | 'number' | 'boolean' | 'object'>>,
) =>
	node(name, position, 'executeWorkflowTrigger', 1.1, {
		workflowInputs: {
			values: Object.entries(values).map(([value, type]) =>
				type === 'string' ? { name: value } : { name: value, type },
			),
		},
	});

/** By the clock, in UTC. @param schedule one of the trigger's, or a cron expression */
export const schedule = (name: string, position: Position, when: string | { cron: string }) =>
	node(name, position, 'n8n-nodes-pinterest-ads.pinterestAdsTrigger', 1, {
		triggerOn: 'schedule',
		...(typeof when === 'string'
			? { schedule: when }
			: { schedule: 'custom', cronExpression: when.cron }),
	});

/** By what has changed at Pinterest. @param parameters which changes, and their limits */
export const changes = (name: string, position: Position, parameters: Parameters) =>
	node(
		name,
		position,
		'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
		1,
		{ triggerOn: 'changes', authentication: 'accessToken', ...parameters },
		PINTEREST_CREDENTIAL,
	);

/** A webhook that is called by POST, and only with the header of its credential. */
export const webhook = (name: string, position: Position, path: string, webhookId: string) =>
	node(
		name,
		position,
		'webhook',
		2,
		{
			httpMethod: 'POST',
			path,
			authentication: LOCKS['n8n-nodes-base.webhook'].authentication,
			responseMode: 'responseNode',
			options: {},
		},
		locked('n8n-nodes-base.webhook', webhookId),
	);

/**
 * A page for a browser, which asks for the user and the password of the forms’ credential: shown by GET out of the
 * first output, and its buttons by POST out of the second.
 */
export const browserPage = (name: string, position: Position, path: string, webhookId: string) =>
	node(
		name,
		position,
		'webhook',
		2,
		{
			multipleMethods: true,
			httpMethod: ['GET', 'POST'],
			path,
			authentication: LOCKS['n8n-nodes-base.formTrigger'].authentication,
			responseMode: 'responseNode',
			options: {},
		},
		locked('n8n-nodes-base.formTrigger', webhookId),
	);

/**
 * Our own trigger, called by POST with the header of its credential. It names the credential of Pinterest as well, so
 * that one field decides whether it sends at once.
 */
export function conversions(name: string, position: Position, path: string, webhookId: string) {
	const { type, id, name: lockName } = LOCKS['n8n-nodes-pinterest-ads.pinterestAdsTrigger'];
	return node(
		name,
		position,
		'n8n-nodes-pinterest-ads.pinterestAdsTrigger',
		1,
		{
			triggerOn: 'conversion',
			authentication: 'accessToken',
			caller: 'ownSite',
			whoMayCall: 'credential',
			path,
			answerWhen: 'written',
		},
		{
			webhookId,
			credentials: { ...PINTEREST_CREDENTIAL.credentials, [type]: { id, name: lockName } },
		},
	);
}

export interface Form {
	readonly path: string;
	readonly title: string;
	readonly description: string;
	readonly fields: ReadonlyArray<Readonly<Record<string, unknown>>>;
	readonly button?: string;
	readonly webhookId: string;
}

/** A page for a browser, which asks for the user and the password of its credential. */
export const form = (
	name: string,
	position: Position,
	{ path, title, description, fields, button, webhookId }: Form,
	more: { readonly parameters?: object; readonly options?: object } = {},
) =>
	node(
		name,
		position,
		'formTrigger',
		2.4,
		{
			authentication: LOCKS['n8n-nodes-base.formTrigger'].authentication,
			formTitle: title,
			formDescription: description,
			formFields: { values: fields },
			...more.parameters,
			options: {
				path,
				appendAttribution: false,
				...(button !== undefined && { buttonLabel: button }),
				...more.options,
			},
		},
		locked('n8n-nodes-base.formTrigger', webhookId),
	);

/** A page on which a person decides, after signing in, before the workflow goes on; nobody's answer after a day is a no. */
export const approval = (
	name: string,
	position: Position,
	{ title, description, webhookId }: Pick<Form, 'title' | 'description' | 'webhookId'>,
) =>
	node(
		name,
		position,
		'wait',
		1.1,
		{
			resume: 'form',
			incomingAuthentication: LOCKS['n8n-nodes-base.wait'].authentication,
			formTitle: title,
			formDescription: description,
			formFields: {
				values: [
					{
						fieldLabel: DECISION,
						fieldType: 'dropdown',
						fieldOptions: { values: [{ option: APPROVE }, { option: 'Decline' }] },
						requiredField: true,
					},
				],
			},
			limitWaitTime: true,
			limitType: 'afterTimeInterval',
			resumeAmount: 1,
			resumeUnit: 'days',
			options: {
				appendAttribution: false,
				respondWithOptions: {
					values: {
						respondWith: 'text',
						formSubmittedText: 'Thank you. What you have approved is being done now.',
					},
				},
			},
		},
		locked('n8n-nodes-base.wait', webhookId),
	);

/** What the page asks, and the answer that lets the workflow go on. */
export const DECISION = 'Your decision';
export const APPROVE = 'Approve';

/** Where assistants of other programs find tools, with a token of their own. */
export const mcpServer = (
	name: string,
	position: Position,
	{ path, instructions, webhookId }: { path: string; instructions: string; webhookId: string },
) =>
	ai(
		name,
		position,
		'mcpTrigger',
		2,
		{
			authentication: LOCKS['@n8n/n8n-nodes-langchain.mcpTrigger'].authentication,
			path,
			instructions,
		},
		locked('@n8n/n8n-nodes-langchain.mcpTrigger', webhookId),
	);

interface Chat {
	readonly title: string;
	readonly subtitle: string;
	readonly firstMessages: string;
	readonly webhookId: string;
}

/** A chat on a page of n8n's, which asks for the user and the password of its credential. */
export const chat = (
	name: string,
	position: Position,
	{ title, subtitle, firstMessages, webhookId }: Chat,
) =>
	ai(
		name,
		position,
		'chatTrigger',
		1.4,
		{
			public: true,
			authentication: LOCKS['@n8n/n8n-nodes-langchain.chatTrigger'].authentication,
			initialMessages: firstMessages,
			options: { title, subtitle, responseMode: 'responseNodes' },
		},
		locked('@n8n/n8n-nodes-langchain.chatTrigger', webhookId),
	);

type Door = keyof typeof LOCKS;

/** With the credential that callers sign in with. */
function locked(door: Door, webhookId: string): More {
	const { type, id, name } = LOCKS[door];
	return { webhookId, credentials: { [type]: { id, name } } };
}
