import { node, type More, type Parameters, type Position } from './node.mts';
import { PINTEREST_CREDENTIAL } from './steps.mts';

/** The package of n8n's that has agents and what they work with. */
const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/** One of n8n's nodes for agents. */
export const ai = (
	name: string,
	position: Position,
	type: string,
	typeVersion: number,
	parameters: Parameters = {},
	more: More = {},
) => node(name, position, `${LANGCHAIN}.${type}`, typeVersion, parameters, more);

type FilledType = 'string' | 'number' | 'boolean';

/**
 * What the model fills in, with what it is told of it.
 * @param key the name of the argument
 * @param otherwise what counts where the model says nothing; left out: the model has to say it
 */
export function byModel(
	key: string,
	description: string,
	{ type = 'string', otherwise }: { type?: FilledType; otherwise?: string | number | boolean } = {},
): string {
	// n8n reads its four arguments as literals.
	const parts = [`'${key}'`, `\`${description}\``, `'${type}'`];
	if (otherwise !== undefined)
		parts.push(typeof otherwise === 'string' ? `'${otherwise}'` : String(otherwise));
	return `={{ $fromAI(${parts.join(', ')}) }}`;
}

/**
 * The Pinterest Ads node as a tool of a model, which is given few fields.
 * @param name what the model calls it by
 */
export const pinterestTool = (
	name: string,
	position: Position,
	resource: string,
	operation: string,
	toolDescription: string,
	parameters: Parameters = {},
	more: More = {},
) =>
	node(
		name,
		position,
		'n8n-nodes-pinterest-ads.pinterestAdsTool',
		1.1,
		{ toolDescription, authentication: 'accessToken', resource, operation, ...parameters },
		{ ...PINTEREST_CREDENTIAL, ...more },
	);

/** Another workflow as a tool of a model. */
export const workflowTool = (
	name: string,
	position: Position,
	workflowId: string,
	description: string,
	values: Readonly<Record<string, string>>,
) =>
	ai(name, position, 'toolWorkflow', 2.2, {
		description,
		workflowId: { __rl: true, mode: 'list', value: workflowId },
		workflowInputs: {
			mappingMode: 'defineBelow',
			value: values,
			matchingColumns: [],
			schema: Object.keys(values).map((id) => ({
				id,
				displayName: id,
				type: 'string',
				display: true,
				required: false,
				defaultMatch: false,
				canBeUsedToMatch: true,
			})),
		},
	});
