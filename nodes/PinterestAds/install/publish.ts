import { isGood, post, tryAll } from './asking';
import { faultOf, wordsOf } from './faults';
import { ALWAYS, FEATURES } from './features';
import type { InstalledWorkflow, Script, Workflow } from './types';

const CALLS = ['n8n-nodes-base.executeWorkflow', '@n8n/n8n-nodes-langchain.toolWorkflow'];

export interface NotPublished {
	readonly id: string;
	readonly why: string;
}

/**
 * Publishes what is not published yet, each after those that it calls.
 * @param ids of the package
 */
export function* publishAll(
	ids: readonly string[],
	here: ReadonlyMap<string, InstalledWorkflow>,
): Script<NotPublished[]> {
	const refused: NotPublished[] = [];
	for (const id of ids) {
		const workflow = here.get(id);
		if (!workflow || workflow.active) continue;
		const [answer] = yield* tryAll([post(`/workflows/${workflow.id}/publish`, {})]);
		if (isGood(answer)) continue;
		if ([0, 401, 403].includes(answer.status)) throw faultOf(answer, 'publish workflows');
		refused.push({ id, why: wordsOf(answer) });
	}
	return refused;
}

/** The ids of what is to run, with all that it needs, each after what it needs. */
export function toPublish(chosen: readonly string[], templates: readonly Workflow[]): string[] {
	const wanted = FEATURES.filter(({ value }) => chosen.includes(value));
	const ordered = new Set<string>();
	const begun = new Set<string>();
	const add = (id: string) => {
		const template = templates.find((one) => one.id === id);
		if (!template || begun.has(id)) return;
		begun.add(id);
		neededBy(template).forEach(add);
		ordered.add(id);
	};
	[...ALWAYS, ...wanted.flatMap(({ workflows }) => workflows)].forEach(add);
	return [...ordered];
}

function neededBy({ nodes, settings }: Workflow): string[] {
	const called = nodes
		.filter(({ type }) => CALLS.includes(type))
		.map(({ parameters }) => (parameters.workflowId as { readonly value?: unknown }).value);
	return [settings?.errorWorkflow, ...called].filter((id) => typeof id === 'string');
}
