import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactlyOne } from '../exactly-one.mts';
import type { Workflow } from '../n8n/workflow.mts';
import { root, templates } from '../paths.mts';

const CALLS = ['n8n-nodes-base.executeWorkflow', '@n8n/n8n-nodes-langchain.toolWorkflow'];
const MANUAL = 'n8n-nodes-base.manualTrigger';

/**
 * The shipped templates, each after those that it calls: n8n publishes a workflow only after them. Its
 * error workflow comes before it as well, unless that one calls it in turn.
 */
export function readTemplates(): Workflow[] {
	return inOrder(
		readdirSync(templates)
			.filter((name) => name.endsWith('.json'))
			.map((name) => readWorkflow(join(templates, name))),
	);
}

export function readTemplate(id: string): Workflow {
	return exactlyOne(
		readTemplates().filter((template) => template.id === id),
		`template of the id ${id}`,
	);
}

export function inOrder(all: readonly Workflow[]): Workflow[] {
	const ordered = new Set<Workflow>();
	const begun = new Set<Workflow>();
	const add = (workflow: Workflow) => {
		if (begun.has(workflow)) return;
		begun.add(workflow);
		const { calls, errorWorkflow } = needs(workflow);
		for (const id of [...calls, errorWorkflow]) {
			const other = all.find((one) => one.id === id);
			if (other) add(other);
		}
		ordered.add(workflow);
	};
	all.forEach(add);
	return [...ordered];
}

/** Starts any workflow that can be called, in a production execution. Not shipped: for the demo only. */
export function readRunNow(): Workflow {
	return readWorkflow(join(root, 'scripts', 'demo', 'run-now.workflow.json'));
}

/** Shows a report in a browser, as it is mailed every week. Not shipped either. */
export function readReport(): Workflow {
	return readWorkflow(join(root, 'scripts', 'demo', 'report.workflow.json'));
}

/** Their credential is the user's own, so no template can name it. */
const WANT_A_CREDENTIAL = [
	'n8n-nodes-base.googleSheets',
	'n8n-nodes-base.postgres',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi',
];

/**
 * n8n publishes a workflow only if something else than a click can start it, and no node lacks the
 * credential that it needs.
 */
export function canBePublished({ nodes }: Workflow): boolean {
	return (
		nodes.some(({ type }) => type !== MANUAL && /Trigger$|\.webhook$/.test(type)) &&
		nodes.every(({ type, credentials }) => !WANT_A_CREDENTIAL.includes(type) || credentials)
	);
}

/** The workflow with every reference to a credential of this type pointing to this one. */
export function withCredential(
	workflow: Workflow,
	type: string,
	id: string,
	name: string,
): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[type]
			? { ...node, credentials: { ...node.credentials, [type]: { id, name } } }
			: node,
	);
	return { ...workflow, nodes };
}

/** The workflow without its references to credentials of this type. */
export function withoutCredential(workflow: Workflow, type: string): Workflow {
	const nodes = workflow.nodes.map(({ credentials, ...node }) =>
		credentials && !credentials[type] ? { ...node, credentials } : node,
	);
	return { ...workflow, nodes };
}

function needs({ nodes, settings }: Workflow) {
	const calls = nodes
		.filter(({ type }) => CALLS.includes(type))
		.map(({ parameters }) => (parameters.workflowId as { value?: unknown }).value);
	return { calls, errorWorkflow: settings.errorWorkflow };
}

function readWorkflow(file: string): Workflow {
	return JSON.parse(readFileSync(file, 'utf8')) as Workflow;
}
