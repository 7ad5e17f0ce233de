import { ASKS_N8N, fingerprintOf, stamped } from './fingerprint';
import type { Links } from './links';
import type { Locks } from './locks';
import type { NamedId, PinterestCredential, Workflow, WorkflowNode } from './types';

const OURS = ['pinterestAdsApi', 'pinterestAdsOAuth2Api'];

export interface Around {
	readonly links: Links;
	readonly locks: Locks;
	readonly pinterest: PinterestCredential;
	/** For n8n's own API; without one the node that asks n8n stays switched off. */
	readonly n8n?: NamedId;
}

/**
 * A workflow of the package as it is to be on this n8n.
 * @param existing whose further credentials (a mailbox, a spreadsheet) stay chosen
 */
export function prepared(template: Workflow, around: Around, existing?: Workflow): Workflow {
	const { links } = around;
	const nodes = template.nodes.map((node) => {
		const chosen = existing?.nodes.find(({ name }) => name === node.name)?.credentials ?? {};
		return withCredentials({ ...node, parameters: links.toHere(node.parameters) }, around, chosen);
	});
	const settings = links.toHere(template.settings ?? {});
	const { name, connections } = template;
	const workflow = { id: links.workflowId(template.id), name, nodes, connections, settings };
	return stamped(workflow, fingerprintOf(template, links));
}

function withCredentials(
	node: WorkflowNode,
	around: Around,
	chosen: Readonly<Record<string, NamedId>>,
): WorkflowNode {
	const { locks, pinterest } = around;
	const { credentials: named = {}, ...rest } = node;
	const known = Object.keys(named).flatMap((type) => {
		const lock = locks.credentials.get(type);
		return lock ? [[type, lock] as const] : [];
	});
	const own = Object.fromEntries(known);
	if (OURS.some((type) => named[type])) {
		const { type, id, name, authentication } = pinterest;
		const parameters = { ...node.parameters, authentication };
		return { ...rest, parameters, credentials: { [type]: { id, name }, ...own } };
	}
	const { n8n } = around;
	if (node.type === ASKS_N8N && n8n) {
		return { ...rest, disabled: false, credentials: { n8nApi: chosen.n8nApi ?? n8n } };
	}
	const credentials = { ...chosen, ...own };
	return Object.keys(credentials).length === 0 ? rest : { ...rest, credentials };
}
