import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Runtime } from '../n8n/install/runtime.mts';
import { checkParameters } from '../package-checks/parameter-checks.mts';
import { choicesIn } from '../templates/import-note.mts';
import { AI_NODES, isN8ns, N8N_NODES } from './node-types.mts';
import { isDisabled, type Template, type TemplateNode } from './template.mts';

/** All versions of all nodes that come with n8n, as it describes them to its editor. */
export type N8nNodes = readonly INodeTypeDescription[];

export function readN8nNodes({ n8n }: Runtime): N8nNodes {
	const modules = dirname(dirname(dirname(n8n)));
	const read = (folder: string) => {
		const file = join(modules, folder, 'dist', 'types', 'nodes.json');
		return JSON.parse(readFileSync(file, 'utf8')) as INodeTypeDescription[];
	};
	return [...read('n8n-nodes-base'), ...read('@n8n/n8n-nodes-langchain')].flatMap((one) => [
		one,
		...toolsOf(one, join(modules, 'n8n', 'dist', 'tool-generation')),
	]);
}

interface ToolGeneration {
	convertNodeToAiTool(item: { description: INodeTypeDescription }): typeof item;
	hasSendAndWaitOperation(description: INodeTypeDescription): boolean;
	convertNodeToHitlTool(item: { description: INodeTypeDescription }): typeof item;
}

/** What n8n makes of a node when it starts: a tool of a model, and a step in which a person reviews one. */
function toolsOf(description: INodeTypeDescription, generation: string): INodeTypeDescription[] {
	const n8n = createRequire(import.meta.url)(generation) as ToolGeneration;
	const copy = () => ({ description: structuredClone(description) });
	return [
		...(description.usableAsTool ? [n8n.convertNodeToAiTool(copy()).description] : []),
		...(n8n.hasSendAndWaitOperation(description)
			? [n8n.convertNodeToHitlTool(copy()).description]
			: []),
	];
}

/** Checks what a template says to n8n's own nodes. @returns a sentence for each problem */
export function checkAgainstN8n(template: Template, known: N8nNodes): string[] {
	return template.nodes
		.filter(({ type }) => isN8ns(type))
		.flatMap((node) => {
			const short = node.type.slice((node.type.startsWith(AI_NODES) ? AI_NODES : N8N_NODES).length);
			const versions = known.filter(({ name }) => name === short);
			if (versions.length === 0)
				return [`"${node.name}" is of the type ${node.type}, which n8n does not have`];
			const description = versions.find(({ version }) =>
				[version].flat().includes(node.typeVersion),
			);
			if (!description)
				return [`"${node.name}" has a version that does not exist: ${node.typeVersion}`];
			return [
				...checkParameters(node, description),
				...checkOutputs(template, node, description),
				...checkCredential(template, node, description),
			];
		});
}

/** Where the outputs do not depend on the parameters, none is used that there is not. */
function checkOutputs(
	{ connections }: Template,
	{ name, onError }: TemplateNode,
	{ outputs }: INodeTypeDescription,
): string[] {
	if (!Array.isArray(outputs)) return [];
	const last = outputs.length + (onError === 'continueErrorOutput' ? 1 : 0);
	return (connections[name]?.main ?? []).slice(last).some((ends) => (ends ?? []).length > 0)
		? [`"${name}" has no output ${last + 1} that is connected`]
		: [];
}

/** n8n publishes no workflow in which a credential is missing: the first note has to name its node. */
function checkCredential(
	template: Template,
	node: TemplateNode,
	{ credentials = [] }: INodeTypeDescription,
): string[] {
	const needed = credentials.some(
		({ required, displayOptions }) => required && !displayOptions && !isDisabled(node),
	);
	if (!needed || node.credentials) return [];
	return choicesIn(template as never, []).credentials.includes(node.name)
		? []
		: [`its first note does not say that a credential is chosen in *${node.name}*`];
}
