import './harness.mts';
import { createRequire } from 'node:module';
import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { PinterestAds } from '../../nodes/PinterestAds/PinterestAds.node.ts';

const { createNodeAsTool } = createRequire(import.meta.url)(
	'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool',
) as {
	createNodeAsTool(options: object): {
		response: { description: string; schema: { shape: Record<string, { description?: string }> } };
	};
};

const node = new PinterestAds();
/** As n8n makes a tool of it. */
const description: INodeTypeDescription = { ...node.description, name: 'pinterestAdsTool' };

/** The node as a tool, with what the editor saves. */
function toolOf(parameters: INodeParameters) {
	const saved = { name: 'Pinterest Ads', typeVersion: 1, type: description.name } as INode;
	const complete = NodeHelpers.getNodeParameters(
		...([description.properties, parameters, true, false, saved, description] as const),
	);
	const nodeType: INodeType = { description };
	return createNodeAsTool({ node: { ...saved, parameters: complete }, nodeType }).response;
}

const CREATE = { resource: 'campaign', operation: 'create' };

describe('the node as a tool', () => {
	it('tells the model what it does, what it needs and the words of each choice', () => {
		const told = toolOf(CREATE).description;

		expect(told).toContain('Create a campaign, paused unless you say otherwise.');
		expect(told).toContain('Required: Name.');
		expect(told).toMatch(/^Objective: AWARENESS, CONSIDERATION, .+, custom\.$/m);
		expect(told).toMatch(/^Status: ACTIVE, PAUSED\.$/m);
		expect(told).toMatch(
			/^Daily Spend Cap: micro-currency, unless Amounts Are In says otherwise\.$/m,
		);
	});

	it('tells it of the operation that was chosen', () => {
		expect(toolOf({ ...CREATE, operation: 'update' }).description).toMatch(
			/^Status: ACTIVE, PAUSED, ARCHIVED\.$/m,
		);
	});

	it('tells it what somebody has written instead', () => {
		const toolDescription = 'Make a campaign for the spring sale';
		expect(toolOf({ ...CREATE, toolDescription }).description).toBe(toolDescription);
	});

	it('says at least what it does where that is emptied', () => {
		expect(toolOf({ ...CREATE, toolDescription: '' }).description).toBe(
			'Create a campaign in Pinterest Ads',
		);
	});

	it('has a parameter for what the editor lets the model define, which has only its label', () => {
		const name = "={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('Name', ``, 'string') }}";
		const { shape } = toolOf({ ...CREATE, name }).schema;

		expect(Object.keys(shape)).toEqual(['Name']);
		expect(shape.Name.description).toBeUndefined();
	});

	it('has no description that a provider of models would refuse for its length', () => {
		const told = description.properties.filter(({ name }) => name === 'toolDescription');
		const lengths = told.map((one) => String(one.default).length);

		expect(told).not.toHaveLength(0);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(1024);
	});

	it('shows none of it where the node is no tool', () => {
		const parameters = NodeHelpers.getNodeParameters(
			...([node.description.properties, CREATE, true, false, null, node.description] as const),
		);

		expect(parameters).toMatchObject({ ...CREATE, name: '' });
		expect(parameters).not.toHaveProperty('toolDescription');
	});
});
