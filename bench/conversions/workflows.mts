import {
	chain,
	node,
	using,
	webhookNode,
	workflow,
	type CredentialRef,
	type Workflow,
	type WorkflowNode,
} from '../../scripts/n8n/workflow.mts';

const AD_ACCOUNT = '549755885175';

/** The name of the node in {@link workflowOf} whose time is taken. */
export const MEASURED = 'Measured';

/** A webhook whose body's `items` become one item each, and the node that all of them go through. */
export function workflowOf(id: string, measured: Node): Workflow {
	const nodes = [
		webhookNode('Webhook', id, 'lastNode'),
		node('One item each', 'splitOut', { fieldToSplitOut: 'body.items', options: {} }),
		{ ...node(MEASURED, measured.type, {}), ...measured },
	];
	return workflow(id, nodes, chain('Webhook', 'One item each', MEASURED));
}

/** A webhook that answers at once and does nothing. */
export function bareWebhook(id: string): Workflow {
	return workflow(id, [webhookNode('Webhook', id, 'onReceived')], {});
}

/** A webhook that answers through n8n's own node for it, and does nothing else. */
export function respondingWebhook(id: string): Workflow {
	const nodes = [webhookNode('Webhook', id, 'responseNode'), answerNode()];
	return workflow(id, nodes, chain('Webhook', 'Answer'));
}

/** The shipped template as it is when its trigger is set to send while the caller waits. */
export function sendingTemplate(template: Workflow, id: string): Workflow {
	const nodes = template.nodes.map((one) =>
		one.parameters.triggerOn === 'conversion'
			? { ...one, parameters: { ...one.parameters, path: id, answerWhen: 'sent' }, webhookId: id }
			: one,
	);
	return { ...template, id, name: id, nodes };
}

/** The least that answers durably: writes a row of the template's table down, answers, and sends nothing. */
export function writingWebhook(id: string): Workflow {
	const row = { mappingMode: 'defineBelow', value: { event_id: id, status: 'sent' } };
	const nodes = [
		webhookNode('Webhook', id, 'responseNode'),
		node(
			'Write',
			'dataTable',
			{
				resource: 'row',
				operation: 'insert',
				dataTableId: { __rl: true, mode: 'name', value: 'pinterest_conversions' },
				columns: row,
				options: {},
			},
			{ typeVersion: 1.1 },
		),
		answerNode(),
	];
	return workflow(id, nodes, chain('Webhook', 'Write', 'Answer'));
}

const answerNode = () =>
	node(
		'Answer',
		'respondToWebhook',
		{ respondWith: 'json', responseBody: '{"status":"accepted"}', options: {} },
		{ typeVersion: 1.1 },
	);

/** Each of the item's fields dragged into the node's form. */
export const ourNode = (credential: CredentialRef): Node => ({
	type: 'n8n-nodes-pinterest-ads.pinterestAds',
	...using(credential),
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

const dragged = (...names: string[]) =>
	Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));
