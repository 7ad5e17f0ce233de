import { note } from './note.mts';
import type { Node } from './node.mts';
import type { Workflow } from './workflow.mts';

/** What the first note says: somebody who opens the workflow knows what it is for, and what is left to do. */
export interface Overview {
	/** What it does, as its heading: “Sync audiences to Pinterest every morning”. */
	readonly title: string;
	/** Who it is for, and when it runs, in a sentence or two. */
	readonly forWhom: string;
	/** In Markdown. */
	readonly howItWorks: string;
	/** What has to be set beyond what the nodes and settings show by themselves: a line each, with the node in *italics*. */
	readonly set?: readonly string[];
	/** What somebody may want to have otherwise. In Markdown. */
	readonly makeItYours: string;
	/** Where it is not just published: the line that says so. */
	readonly publish?: string;
}

export const OVERVIEW = 'Overview';
export const CHOOSE_FIRST = '### Imported by hand? Choose first';

const WIDTH = 720;
const LEFT = -40;
const BELOW = 80;

/** The yellow note above all else, with the list of what n8n forgets when a file is imported in the editor. */
export function overviewNote(
	{ nodes, settings }: Workflow,
	{ title, forWhom, howItWorks, set = [], makeItYours, publish = '**Publish** it.' }: Overview,
	nameOf: (workflowId: string) => string,
): Node {
	const lines = [
		...doors(nodes),
		...pinterestCredential(nodes),
		...callees(nodes, nameOf),
		...set,
		...settingLines(settings, nameOf),
		publish,
	];
	const content = [
		`## ${title}\n${forWhom}`,
		`### How it works\n${howItWorks}`,
		`${CHOOSE_FIRST}\n${lines.map((line, n) => `${n + 1}. ${line}`).join('\n')}`,
		`### Make it yours\n${makeItYours}`,
	].join('\n\n');
	const height = heightOf(content);
	const top = Math.min(...nodes.map(({ position: [, y] }) => y));
	return note(
		OVERVIEW,
		{ at: [LEFT, top - height - BELOW], width: WIDTH, height, color: 'yellow' },
		content,
	);
}

function doors(nodes: readonly Node[]): string[] {
	return nodes.flatMap(({ name, credentials }) => {
		if (credentials?.httpHeaderAuth) {
			return [
				`*${name}*: a **Header Auth credential** with the name and the value of a header, both of your choice. Whoever calls the webhook sends it.`,
			];
		}
		return credentials?.httpBasicAuth
			? [
					`*${name}*: a **Basic Auth credential** with a user and a password that you choose. Whoever opens the form signs in with them.`,
				]
			: [];
	});
}

function pinterestCredential(nodes: readonly Node[]): string[] {
	const names = nodes.filter(({ credentials }) => credentials?.pinterestAdsApi);
	if (names.length === 0) return [];
	return [
		`${listed(names)}: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.`,
	];
}

function callees(nodes: readonly Node[], nameOf: (workflowId: string) => string): string[] {
	const calls = new Map<string, Node[]>();
	for (const node of nodes.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow')) {
		const { mode, value } = node.parameters.workflowId as { mode: string; value: string };
		if (mode === 'list' && value) calls.set(value, [...(calls.get(value) ?? []), node]);
	}
	return [...calls].map(
		([id, callers]) =>
			`${listed(callers)}: the workflow *${nameOf(id)}*. As imported, it shows an ID: open the list and choose the name.`,
	);
}

function settingLines(
	settings: Workflow['settings'],
	nameOf: (workflowId: string) => string,
): string[] {
	const { errorWorkflow, executionTimeout } = settings;
	const unsaved = [
		...(settings.saveDataErrorExecution === 'none'
			? ['**Save failed production executions**']
			: []),
		...(settings.saveDataSuccessExecution === 'none'
			? ['**Save successful production executions**']
			: []),
	];
	const others = [
		...(unsaved.length > 0 ? [`${unsaved.join(' and ')}: *Do not save*`] : []),
		...(executionTimeout === undefined
			? []
			: [`**Timeout Workflow** on, after ${Number(executionTimeout) / 60} minutes`]),
	];
	return [
		...(errorWorkflow === undefined
			? []
			: [
					`Workflow settings: as **Error workflow**, *${nameOf(String(errorWorkflow))}*. Publish that one first: until then it is grey.`,
				]),
		...(others.length > 0 ? [`In the same settings: ${others.join('; ')}.`] : []),
	];
}

const listed = (nodes: readonly Node[]) => {
	const names = nodes.map(({ name }) => `*${name}*`);
	const [last] = names.slice(-1);
	return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
};

/** About as n8n draws it: some 95 characters to a line of 24 pixels, a heading twice as high. */
function heightOf(content: string): number {
	const lines = content.split('\n').reduce((sum, line) => {
		if (line.startsWith('#')) return sum + 2;
		return sum + Math.max(0.5, Math.ceil(line.length / 95));
	}, 0);
	return Math.ceil((lines * 24 + 40) / 20) * 20;
}
