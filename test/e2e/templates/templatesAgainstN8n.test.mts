import { ensureRuntime } from '../../../scripts/n8n/install/runtime.mts';
import { templates as folder } from '../../../scripts/paths.mts';
import {
	checkAgainstN8n,
	readN8nNodes,
	type N8nNodes,
} from '../../../scripts/template-checks/n8n-nodes.mts';
import { readTemplateFiles, type Template } from '../../../scripts/template-checks/template.mts';
import { MINUTES } from '../npm-start/npmStart.mts';

const { templates, unreadable } = readTemplateFiles(folder);
let known: N8nNodes;

beforeAll(async () => {
	known = readN8nNodes(await ensureRuntime());
}, 15 * MINUTES);

it('all templates can be read', () => expect(unreadable).toEqual([]));

describe.each(templates.map((template) => [template.file, template] as const))(
	'%s',
	(_, template) => {
		it('says to n8n’s nodes only what they understand', () => {
			expect(checkAgainstN8n(template, known)).toEqual([]);
		});
	},
);

describe('what does not fit n8n is found', () => {
	const broken = (file: string, name: string, change: (node: Record<string, unknown>) => void) => {
		const template = templates.find((one) => one.file === file);
		const copy = structuredClone(template) as Template;
		change(copy.nodes.find((node) => node.name === name) as never);
		return checkAgainstN8n(copy, known);
	};

	it.each<[string, (node: Record<string, unknown>) => void, RegExp]>([
		['a type', (node) => (node.type = 'n8n-nodes-base.dataTables'), /which n8n does not have/],
		['a version', (node) => (node.typeVersion = 7), /has a version that does not exist: 7/],
		[
			'an operation',
			({ parameters }) => Object.assign(parameters as object, { operation: 'fetch' }),
			/chooses fetch for operation, which is not offered/,
		],
		[
			'a parameter of another operation',
			({ parameters }) => Object.assign(parameters as object, { tableName: 'x' }),
			/sets tableName, which its operation does not have/,
		],
		[
			'a parameter that another one hides',
			({ parameters }) => Object.assign(parameters as object, { limit: 5 }),
			/sets limit, which its operation does not have/,
		],
		[
			'a column of a list',
			({ parameters }) =>
				Object.assign(parameters as object, { filters: { conditions: [{ keyname: 'x' }] } }),
			/filters\.conditions\.keyname, which does not exist/,
		],
	])('%s', (_what, change, sentence) => {
		expect(broken('audience-contacts.json', 'Its contacts', change)).toEqual(
			expect.arrayContaining([expect.stringMatching(sentence)]),
		);
	});

	it('an output', () => {
		const [template] = templates.filter(({ file }) => file === 'audience-contacts.json');
		const connections = { 'Its contacts': { main: [[], [{ node: 'Record only' }]] } };
		const copy = { ...template, connections } as Template;
		expect(checkAgainstN8n(copy, known)).toEqual([
			'"Its contacts" has no output 2 that is connected',
		]);
	});
});
