import { TITLES, type WorkflowId } from '../titles.mts';
import type { Input, Node, Output, Path } from './node.mts';
import { overviewNote, type Overview } from './overview.mts';

export interface Settings {
	readonly errorWorkflow?: string;
	/** In seconds. */
	readonly executionTimeout?: number;
	/** What n8n keeps of its executions. */
	readonly kept: keyof typeof KEPT;
}

/** What it is to n8n, and what the notes on its canvas say. */
export interface Description extends Settings {
	/** Of the file, without its ending. */
	readonly file: string;
	readonly id: WorkflowId;
	readonly paths: readonly Path[];
	/** The first note, in yellow. */
	readonly overview: Overview;
	/** One for each group of nodes, in green. */
	readonly notes?: readonly Node[];
	/** Nodes that no path mentions, or that are to come before others. */
	readonly nodes?: readonly Node[];
	/** What agents and servers for them work with. */
	readonly attached?: readonly Attachment[];
}

/** Nodes that another one works with: the tools of an agent, its model, its memory. */
export interface Attachment {
	readonly to: Node;
	readonly as: 'ai_tool' | 'ai_languageModel' | 'ai_memory';
	readonly nodes: readonly Node[];
}

type Kind = 'main' | Attachment['as'];
type Ends = Array<Array<{ node: string; type: Kind; index: number }>>;
type Connections = Record<string, Partial<Record<Kind, Ends>>>;

/** As n8n imports it. */
export interface Workflow {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly Node[];
	readonly connections: Connections;
	readonly settings: Readonly<Record<string, unknown>>;
}

export interface Built {
	readonly file: string;
	readonly workflow: Workflow;
}

const KEPT = {
	/** As n8n does by itself. */
	all: {},
	/** Failed ones only: what succeeded held contacts. */
	failed: {
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'all',
		saveExecutionProgress: false,
	},
	/** None: every execution holds people's data, or the secret that a caller signed in with. */
	none: {
		saveManualExecutions: false,
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'none',
		saveExecutionProgress: false,
	},
} as const;

export function workflow(description: Description): Built {
	const { file, id, paths, overview, notes = [], nodes = [], attached = [] } = description;
	const together = attached.flatMap((one) => [one.to, ...one.nodes]);
	const mentioned = [...new Set([...nodes, ...paths.flat().map(nodeOf), ...together])];
	const title = TITLES[id];
	const set = settings(description);
	const first = overviewNote({ title, nodes: mentioned, notes, settings: set }, overview);
	const all = [...mentioned, first, ...notes];
	const names = all.map((node) => node.name);
	const twice = names.find((one, n) => names.indexOf(one) !== n);
	if (twice !== undefined) throw new Error(`${file}: two nodes are called “${twice}”.`);
	return {
		file,
		workflow: {
			id,
			name: title,
			nodes: all,
			connections: connections(paths, attached),
			settings: set,
		},
	};
}

function settings({ kept, executionTimeout, errorWorkflow }: Settings) {
	return {
		executionOrder: 'v1',
		timezone: 'UTC',
		callerPolicy: 'workflowsFromSameOwner',
		saveManualExecutions: true,
		...KEPT[kept],
		...(executionTimeout !== undefined && { executionTimeout }),
		...(errorWorkflow !== undefined && { errorWorkflow }),
	};
}

function connections(paths: readonly Path[], attached: readonly Attachment[]): Connections {
	const found: Connections = {};
	for (const path of paths) {
		path.slice(1).forEach((next, n) => {
			const before = path[n];
			const output = 'from' in before ? before.output : 0;
			const index = 'to' in next ? next.input : 0;
			const main = ((found[nodeOf(before).name] ??= {}).main ??= []);
			while (main.length <= output) main.push([]);
			main[output].push({ node: nodeOf(next).name, type: 'main', index });
		});
	}
	for (const { to, as, nodes } of attached) {
		for (const { name } of nodes)
			(found[name] ??= {})[as] = [[{ node: to.name, type: as, index: 0 }]];
	}
	return found;
}

function nodeOf(one: Node | Output | Input): Node {
	if ('from' in one) return one.from;
	return 'to' in one ? one.to : one;
}
