import { withCredential, readTemplate } from '../../scripts/templates/files.mts';
import { webhookNode, type CredentialRef, type Workflow } from '../../scripts/n8n/workflow.mts';

const MANUAL = 'n8n-nodes-base.manualTrigger';
const NAME = 'Called by the bench';

/** A shipped workflow under an id of its own that a webhook starts at once, where *Run now* does. */
export function calledByWebhook(id: string, own: string, credential: CredentialRef): Workflow {
	const { nodes, connections, ...others } = readTemplate(id);
	const manual = nodes.find(({ type }) => type === MANUAL);
	if (!manual) throw new Error(`${id} cannot be started by hand.`);
	const leads = (connections as Record<string, object>)[manual.name];
	const { type, id: credentialId, name } = credential;
	return withCredential(
		{
			...others,
			id: own,
			name: own,
			nodes: [webhookNamed(own), ...nodes.filter((node) => node !== manual)],
			connections: { ...connections, [manual.name]: undefined, [NAME]: leads },
		},
		type,
		credentialId,
		name,
	);
}

const webhookNamed = (path: string) => ({ ...webhookNode(NAME, path, 'onReceived') });
