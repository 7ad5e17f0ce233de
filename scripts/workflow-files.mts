import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workflow } from './n8n-api.mts';
import { root, templates } from './paths.mts';

const CALLS = 'n8n-nodes-base.executeWorkflow';
const MANUAL = 'n8n-nodes-base.manualTrigger';

/** The shipped templates, each after those that it calls or names as its error workflow. */
export function readTemplates(): Workflow[] {
	const all = readdirSync(templates)
		.filter((name) => name.endsWith('.json'))
		.map((name) => readWorkflow(join(templates, name)));
	const ordered = new Set<Workflow>();
	const add = (workflow: Workflow) => {
		for (const other of all) {
			if (other !== workflow && needs(workflow).has(other.id)) add(other);
		}
		ordered.add(workflow);
	};
	all.forEach(add);
	return [...ordered];
}

/** Starts any workflow that can be called, in a production execution. Not shipped: for the demo only. */
export function readRunNow(): Workflow {
	return readWorkflow(join(root, 'scripts', 'run-now.workflow.json'));
}

/** n8n publishes a workflow only if something else than a click can start it. */
export function canBePublished({ nodes }: Workflow): boolean {
	return nodes.some(({ type }) => type !== MANUAL && /Trigger$|\.webhook$/.test(type));
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

export function withoutCredentials(workflow: Workflow): Workflow {
	return { ...workflow, nodes: workflow.nodes.map(({ credentials: _none, ...node }) => node) };
}

function needs({ nodes, settings }: Workflow): Set<unknown> {
	const called = nodes
		.filter(({ type }) => type === CALLS)
		.map(({ parameters }) => (parameters.workflowId as { value?: unknown }).value);
	return new Set([...called, settings.errorWorkflow]);
}

function readWorkflow(file: string): Workflow {
	return JSON.parse(readFileSync(file, 'utf8')) as Workflow;
}
