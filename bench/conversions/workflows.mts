import type { Workflow, WorkflowNode } from '../../scripts/n8n/api.mts';
import type { CredentialRef } from '../../scripts/n8n/fresh-n8n.mts';

const AD_ACCOUNT = '549755885175';

/** The name of the node in {@link workflowOf} whose time is taken. */
export const MEASURED = 'Measured';

/** A webhook whose body's `items` become one item each, and the node that all of them go through. */
export function workflowOf(id: string, node: Node): Workflow {
	return {
		id,
		name: id,
		nodes: [
			webhook(id, 'lastNode'),
			place('One item each', {
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'body.items', options: {} },
			}),
			place(MEASURED, node),
		],
		connections: { Webhook: to('One item each'), 'One item each': to(MEASURED) },
		settings: SETTINGS,
	};
}

/** A webhook that answers at once and does nothing. */
export function bareWebhook(id: string): Workflow {
	const nodes = [webhook(id, 'onReceived')];
	return { id, name: id, nodes, connections: {}, settings: SETTINGS };
}

/** The least that answers durably: writes a row of the template's table down, answers, and sends nothing. */
export function writingWebhook(id: string): Workflow {
	return {
		id,
		name: id,
		nodes: [
			webhook(id, 'responseNode'),
			place('Write', {
				type: 'n8n-nodes-base.dataTable',
				typeVersion: 1.1,
				parameters: {
					resource: 'row',
					operation: 'insert',
					dataTableId: { __rl: true, mode: 'name', value: 'pinterest_conversions' },
					columns: { mappingMode: 'defineBelow', value: { event_id: id, status: 'sent' } },
					options: {},
				},
			}),
			place('Answer', {
				type: 'n8n-nodes-base.respondToWebhook',
				typeVersion: 1.1,
				parameters: { respondWith: 'json', responseBody: '{"status":"accepted"}', options: {} },
			}),
		],
		connections: { Webhook: to('Write'), Write: to('Answer') },
		settings: SETTINGS,
	};
}

/** Each of the item's fields dragged into the node's form. */
export const ourNode = ({ type, id, name }: CredentialRef): Node => ({
	type: 'n8n-nodes-pinterest-ads.pinterestAds',
	credentials: { [type]: { id, name } },
	parameters: {
		authentication: 'accessToken',
		resource: 'conversion',
		operation: 'send',
		adAccountId: { __rl: true, mode: 'id', value: AD_ACCOUNT },
		eventName: 'checkout',
		...dragged('email', 'value', 'currency', 'orderId', 'eventTime'),
		...dragged('clientIpAddress', 'clientUserAgent'),
		options: {
			...dragged('phone', 'firstName', 'lastName', 'city', 'country', 'zip', 'externalId'),
			...dragged('lineItems'),
		},
	},
});

/** The same event written into the node's JSON body, hashed by n8n's own `hash`. */
export const httpRequestNode = (server: string): Node => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${server}/ad_accounts/${AD_ACCOUNT}/events`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify({ data: [ { event_name: 'checkout', action_source: 'web', event_time: $json.eventTime, event_id: $json.orderId, user_data: { ${HASHED}, client_ip_address: $json.clientIpAddress, client_user_agent: $json.clientUserAgent }, custom_data: { value: String($json.value), currency: $json.currency, order_id: $json.orderId, contents: $json.lineItems } } ] } ) }}`,
		options: {},
	},
});

const HASHED = Object.entries({
	em: 'email',
	ph: 'phone',
	fn: 'firstName',
	ln: 'lastName',
	ct: 'city',
	country: 'country',
	zp: 'zip',
	external_id: 'externalId',
})
	.map(([key, name]) => `${key}: [$json.${name}.toLowerCase().hash('sha256')]`)
	.join(', ');

export type Node = Omit<WorkflowNode, 'name'> & { readonly typeVersion?: number };

const SETTINGS = { executionOrder: 'v1' } as Workflow['settings'];

const dragged = (...names: string[]) =>
	Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));

const webhook = (path: string, responseMode: string) =>
	place('Webhook', {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode, options: {} },
	} as Node);

const place = (name: string, node: Node): WorkflowNode =>
	({ id: name, name, typeVersion: 1, position: [0, 0], ...node }) as WorkflowNode;

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
