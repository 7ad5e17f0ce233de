import { createHash } from 'node:crypto';
import type { Links } from './links';
import type { Workflow, WorkflowNode } from './types';

const OURS = 'n8n-nodes-pinterest-ads.';
const NOTE = 'n8n-nodes-base.stickyNote';
/** Comes switched off, and is switched on by whoever has a credential for it. */
export const ASKS_N8N = 'n8n-nodes-base.n8n';

/** What of a node decides what it does. Where it is on the canvas does not. */
const NODE_KEYS = [
	...['type', 'typeVersion', 'disabled', 'onError', 'retryOnFail', 'maxTries'],
	...['waitBetweenTries', 'alwaysOutputData', 'executeOnce'],
] as const;

/** Names and addresses that n8n's editor keeps beside an id. */
const BESIDE_IDS = /^cached/;

/** The settings that workflows of the package have; n8n adds others of its own. */
const SETTINGS = [
	...['callerPolicy', 'errorWorkflow', 'executionTimeout', 'saveDataErrorExecution'],
	...['saveDataSuccessExecution', 'saveExecutionProgress', 'saveManualExecutions', 'timezone'],
];

/**
 * The same for two copies of a workflow that do the same: which credentials, tables and workflows it uses
 * on one n8n or another makes no difference, nor does moving its nodes.
 * @param links what the ids in it mean
 */
export function fingerprintOf(workflow: Workflow, links: Links): string {
	// Every round of the installation asks for the same ones again.
	const known = KNOWN.get(workflow) ?? new Map<string, string>();
	const fingerprint = known.get(links.key) ?? calculated(workflow, links);
	KNOWN.set(workflow, known.set(links.key, fingerprint));
	return fingerprint;
}

const KNOWN = new WeakMap<Workflow, Map<string, string>>();

function calculated(workflow: Workflow, links: Links): string {
	const { settings = {} } = workflow;
	const counted = SETTINGS.map((key) => [key, links.toSource(settings[key])]);
	return `${contentsOf(workflow, links)}.${digest(counted)}`;
}

/** Of nodes and connections alone: an import in n8n's editor leaves the settings out. */
export const contentsOf = (workflow: Workflow, links: Links): string =>
	digest([
		Object.fromEntries(workflow.nodes.map((node) => [node.name, nodeOf(node, links)])),
		workflow.connections,
	]);

function nodeOf(node: WorkflowNode, links: Links): object {
	const { authentication, ...ofOurs } = node.parameters;
	const parameters = node.type.startsWith(OURS) ? ofOurs : { ...ofOurs, authentication };
	const keys = NODE_KEYS.filter((key) => key !== 'disabled' || node.type !== ASKS_N8N);
	return [keys.map((key) => [key, node[key]]), links.toSource(parameters)];
}

/** Written into the first note of a workflow when it is installed, where n8n shows it to nobody. */
export function stamped(workflow: Workflow, fingerprint: string): Workflow {
	const first = workflow.nodes.findIndex(({ type }) => type === NOTE);
	const notes = `${STAMP}${fingerprint}`;
	const nodes = workflow.nodes.map((node, n) => (n === first ? { ...node, notes } : node));
	return { ...workflow, nodes };
}

export function stampOf({ nodes }: Workflow): string | undefined {
	const notes = nodes.map((node) => node.notes).find((text) => text?.startsWith(STAMP));
	return notes?.slice(STAMP.length);
}

const STAMP = 'As installed by Pinterest Ads: ';

/** The same for values that mean the same. */
export const digest = (value: unknown): string =>
	createHash('sha256')
		.update(JSON.stringify(inOrder(value)) ?? '')
		.digest('hex')
		.slice(0, 16);

/** Without what means the same as nothing, and with keys in one order. */
function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map((one) => inOrder(one) ?? null);
	if (typeof value !== 'object' || value === null) return value === '' ? undefined : value;
	const entries = Object.entries(value)
		.filter(([key]) => !BESIDE_IDS.test(key))
		.map(([key, one]) => [key, inOrder(one)] as const)
		.filter(([, one]) => one !== undefined && one !== null && one !== false && !isEmpty(one));
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isEmpty = (value: unknown) =>
	typeof value === 'object' && value !== null && Object.keys(value).length === 0;
