import { LOCKS } from '../../scripts/templates/locks.mts';
import { node, type More, type Position } from './node.mts';
import { PINTEREST_CREDENTIAL } from './steps.mts';

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
		locked('webhook', webhookId),
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
		locked('formTrigger', webhookId),
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
		locked('formTrigger', webhookId),
	);

/** With the credential that callers sign in with. */
function locked(door: 'formTrigger' | 'webhook', webhookId: string): More {
	const { type, id, name } = LOCKS[`n8n-nodes-base.${door}`];
	return { webhookId, credentials: { [type]: { id, name } } };
}
