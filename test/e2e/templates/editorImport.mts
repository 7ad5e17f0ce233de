import { choicesIn } from '../../../scripts/templates/import-note.mts';
import type { Unsaved, Workflow } from '../../../scripts/n8n/workflow.mts';
import { lockOf } from '../../../scripts/templates/locks.mts';

/** As the templates name it. */
export const CREDENTIAL = { type: 'pinterestAdsApi', name: 'Pinterest Ads account' } as const;

/** What the editor takes from a file: no settings, and no credential or workflow of another n8n. */
export function asImported({ name, nodes, connections }: Workflow): Unsaved {
	return {
		name,
		connections,
		settings: { executionOrder: 'v1', binaryMode: 'separate' } as Workflow['settings'],
		nodes: nodes.map(({ credentials: _none, ...node }) => node),
	};
}

/**
 * Makes the choices that the first note of the template names, and no other.
 * @param credentialIds by their types
 * @param ids of the workflows that have been imported, by their names
 */
export function chosen(
	imported: Unsaved,
	template: Workflow,
	credentialIds: ReadonlyMap<string, string>,
	ids: ReadonlyMap<string, string>,
): Unsaved {
	const choices = choicesIn(template, [...ids.keys()]);
	const shipped = template.settings as Record<string, unknown>;
	const settings = {
		...imported.settings,
		...(choices.errorWorkflow ? { errorWorkflow: ids.get(choices.errorWorkflow) } : {}),
		...Object.fromEntries(choices.settings.map((name) => [name, shipped[name]])),
	};
	const nodes = imported.nodes.map((node) => {
		const { workflow } = choices.workflows.find((one) => one.node === node.name) ?? {};
		const workflowId = { __rl: true, mode: 'list', value: workflow && ids.get(workflow) };
		const isOurs = node.type.startsWith('n8n-nodes-pinterest-ads.');
		const { type, name } =
			lockOf(node) ?? (isOurs ? CREDENTIAL : { type: undefined, name: undefined });
		const id = credentialIds.get(type ?? '');
		return {
			...node,
			...(workflow ? { parameters: { ...node.parameters, workflowId } } : {}),
			...(type && name && id && choices.credentials.includes(node.name)
				? { credentials: { [type]: { id, name } } }
				: {}),
		};
	});
	return { ...imported, settings, nodes };
}
