import type { WorkflowNode } from '../../nodes/PinterestAds/install/types.ts';

/** How strangers are kept out of an entry point: what its node asks for, and with which credential. */
export interface Lock {
	readonly authentication: string;
	/** The field that says so. */
	readonly field: 'authentication' | 'whoMayCall';
	/** n8n's type of the credential. */
	readonly type: string;
	/** As the templates name it, and as their pages tell everybody to name it. */
	readonly name: string;
	/** By which an import on the command line finds it, whatever it is called. */
	readonly id: string;
}

/** By the type of the node. A browser can sign in to a form, and a program can send a header. */
export const LOCKS = {
	'n8n-nodes-base.formTrigger': {
		field: 'authentication',
		authentication: 'basicAuth',
		type: 'httpBasicAuth',
		name: 'Pinterest forms',
		id: 'pinterestAdsForms',
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
const isPage = ({ httpMethod }: WorkflowNode['parameters']): boolean =>
	[httpMethod].flat().includes('GET');

/** Our own trigger can be called only where it takes conversions in. */
export function lockOf({
	type,
	parameters,
}: Pick<WorkflowNode, 'type' | 'parameters'>): Lock | undefined {
	if (type === 'n8n-nodes-base.webhook' && isPage(parameters)) {
		return LOCKS['n8n-nodes-base.formTrigger'];
	}
	const isOpen = !type.endsWith('.pinterestAdsTrigger') || parameters.triggerOn === 'conversion';
	return isOpen ? (LOCKS as Readonly<Record<string, Lock>>)[type] : undefined;
}
