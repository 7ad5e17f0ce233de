import type { WorkflowNode } from '../../nodes/PinterestAds/install/types.ts';

/** How strangers are kept out of an entry point: what its node asks for, and with which credential. */
export interface Lock {
	readonly authentication: string;
	/** The field that says so. */
	readonly field: 'authentication' | 'incomingAuthentication' | 'whoMayCall';
	/** n8n's type of the credential. */
	readonly type: string;
	/** As the templates name it, and as their pages tell everybody to name it. */
	readonly name: string;
	/** By which an import on the command line finds it, whatever it is called. */
	readonly id: string;
}

const SIGN_IN = {
	authentication: 'basicAuth',
	type: 'httpBasicAuth',
	name: 'Pinterest forms',
	id: 'pinterestAdsForms',
} as const;

/** By the type of the node. A browser can sign in to a form, and a program can send a header. */
export const LOCKS = {
	'n8n-nodes-base.formTrigger': { field: 'authentication', ...SIGN_IN },
	/** A page of a workflow that waits for a person. */
	'n8n-nodes-base.wait': { field: 'incomingAuthentication', ...SIGN_IN },
	'@n8n/n8n-nodes-langchain.chatTrigger': { field: 'authentication', ...SIGN_IN },
	/** An assistant has a token of its own: it may do less than what calls the webhooks. */
	'@n8n/n8n-nodes-langchain.mcpTrigger': {
		field: 'authentication',
		authentication: 'bearerAuth',
		type: 'httpBearerAuth',
		name: 'Pinterest assistant',
		id: 'pinterestAdsAssistant',
	},
	'n8n-nodes-base.webhook': {
		field: 'authentication',
		authentication: 'headerAuth',
		type: 'httpHeaderAuth',
		name: 'Pinterest webhooks',
		id: 'pinterestAdsWebhooks',
	},
	'n8n-nodes-pinterest-ads.pinterestAdsTrigger': {
		field: 'whoMayCall',
		authentication: 'credential',
		type: 'pinterestAdsWebhookApi',
		name: 'Pinterest conversions',
		id: 'pinterestAdsConversions',
	},
} as const satisfies Readonly<Record<string, Lock>>;

/** A webhook that a browser opens: it can sign in as it does to a form, and send no header of its own. */
const isPage = ({ type, parameters: { httpMethod } }: DoorNode): boolean =>
	type === 'n8n-nodes-base.webhook' && [httpMethod].flat().includes('GET');

type DoorNode = Pick<WorkflowNode, 'type' | 'parameters'>;

const isOpen = ({ type, parameters }: DoorNode): boolean => {
	if (type.endsWith('.pinterestAdsTrigger')) return parameters.triggerOn === 'conversion';
	return !type.endsWith('.wait') || parameters.resume === 'form';
};

/** Our own trigger can be called only where it takes conversions in, and a node that waits only where it waits for a page. */
export function lockOf(node: DoorNode): Lock | undefined {
	if (isPage(node)) return LOCKS['n8n-nodes-base.formTrigger'];
	return isOpen(node) ? (LOCKS as Readonly<Record<string, Lock>>)[node.type] : undefined;
}
