import { spawn } from 'node:child_process';
import { text as read } from 'node:stream/consumers';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { PinterestAds } from '../../../nodes/PinterestAds/PinterestAds.node.ts';
import { PinterestAdsAutomation } from '../../../nodes/PinterestAdsAutomation/PinterestAdsAutomation.node.ts';
import { PinterestAdsTrigger } from '../../../nodes/PinterestAdsTrigger/PinterestAdsTrigger.node.ts';
import { root } from '../../../scripts/paths.mts';

/**
 * n8n's lint reads properties where they are written. Those that are made of declarations are written nowhere, so
 * the whole description of each node is written down here, and judged as `n8n-node lint` judges.
 */

/** What is meant to be as it is. */
const MEANT = [
	// A name in JSON.
	/miscased-id: .*\[\{\\"id\\": /,
	// The presets as the documentation has them, then one's own.
	/unsorted-items: .*Order: Audience Sync \| Campaign Performance Metrics \| /,
	// Of a launch's ad groups, in the order in which somebody would describe one.
	/fixed-collection-type-unsorted-items: .*Order: Ad Group Name \| Bid \| Billable Event \| Budget \| /,
	// What workflows decide with is no tool for an agent, which JSON has no word for.
	/usable-as-tool: .* export class PinterestAdsAutomation /,
	// Only the description is judged here; the lint itself reads the class.
	/webhook-lifecycle-complete: /,
	// Its list names what each operation is about; a field for that would be one more to go through for n8n.
	/resource-operation-pattern: Node has \d+ operations without resources/,
];

const action = new PinterestAds().description;
const automation = new PinterestAdsAutomation().description;
const trigger = new PinterestAdsTrigger().description;

function isOf({ name, displayOptions }: INodeProperties, wanted: string): boolean {
	const { resource = [], operation = [] } = displayOptions?.show ?? {};
	return name === wanted && resource.includes('campaign') && operation.includes('create');
}

const withMistakes = (property: INodeProperties): INodeProperties => ({
	...property,
	description: 'what Pinterest optimizes delivery for.',
	options: [...(property.options ?? [])].reverse(),
});

/** With mistakes that each belong to one rule, in a field and in a choice that declarations have made. */
const mistaken: INodeTypeDescription = {
	...action,
	properties: action.properties.map((property) =>
		isOf(property, 'objective') ? withMistakes(property) : property,
	),
};

let problems: Record<string, string[]>;

beforeAll(async () => {
	problems = await problemsIn({
		PinterestAds: action,
		PinterestAdsAutomation: automation,
		PinterestAdsTrigger: trigger,
		Mistaken: mistaken,
	});
}, 300_000);

it('finds nothing in the action node', () => {
	expect(problems.PinterestAds).toEqual([]);
});

it('finds nothing in the node that workflows decide with', () => {
	expect(problems.PinterestAdsAutomation).toEqual([]);
});

it('finds nothing in the trigger', () => {
	expect(problems.PinterestAdsTrigger).toEqual([]);
});

it('finds what is wrong with a property that a declaration has made', () => {
	expect(problems.Mistaken.map((one) => one.split(': ')[0])).toEqual([
		'n8n-nodes-base/node-param-description-excess-final-period',
		'n8n-nodes-base/node-param-description-lowercase-first-char',
		'n8n-nodes-base/node-param-options-type-unsorted-items',
	]);
});

const LINT = `
	import { ESLint } from 'eslint';
	import { json } from 'node:stream/consumers';
	const eslint = new ESLint();
	const problems = {};
	for (const [name, { file, text }] of Object.entries(await json(process.stdin))) {
		const [{ messages }] = await eslint.lintText(text, { filePath: file });
		problems[name] = messages.map(({ ruleId, message, line }) =>
			ruleId + ': ' + message + ' ' + text.split('\\n')[line - 1].trim()).sort();
	}
	console.log(JSON.stringify(problems));`;

/** By n8n's own configuration, which \`eslint.config.mjs\` takes as it is. */
async function problemsIn(nodes: Record<string, INodeTypeDescription>) {
	// Where it is "test", some rules take every file for a file of every kind.
	const env = { ...process.env, NODE_ENV: '' };
	const child = spawn(process.execPath, ['--input-type=module', '-e', LINT], { cwd: root, env });
	const files = Object.entries(nodes).map(([name, description]) => {
		const node = name === 'Mistaken' ? 'PinterestAds' : name;
		const file = `nodes/${node}/${node}.node.ts`;
		return [name, { file, text: written(node, description) }];
	});
	child.stdin.end(JSON.stringify(Object.fromEntries(files)));
	const [output, errors] = await Promise.all([read(child.stdout), read(child.stderr)]);
	expect(errors).toBe('');
	const found = Object.entries(JSON.parse(output) as Record<string, string[]>);
	return Object.fromEntries(
		found.map(([name, all]) => [name, all.filter((one) => !MEANT.some((is) => is.test(one)))]),
	);
}

/** As somebody would write it: the rules do not see names in quotes, and want a constant for "main". */
const written = (name: string, description: INodeTypeDescription) =>
	[
		"import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';",
		`export class ${name} implements INodeType {`,
		`\tdescription: INodeTypeDescription = ${JSON.stringify(description, null, '\t')};`,
		'}',
		'',
	]
		.join('\n')
		.replace(/^(\t*)"([a-z]\w*)": /gim, '$1$2: ')
		.replace(/(?<=(?:in|out)puts: \[\s*)"main"/g, 'NodeConnectionTypes.Main');
