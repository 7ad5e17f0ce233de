import type { Workflow, WorkflowNode } from '../n8n/workflow.mts';

/** The first note of a template has a list of what a person has to choose after an import in the editor. */
export const NOTE_NAME = 'Overview';
export const NOTE_HEADING = '### Imported by hand? Choose first';

const NOTE = 'n8n-nodes-base.stickyNote';
const CALLS = ['n8n-nodes-base.executeWorkflow', '@n8n/n8n-nodes-langchain.toolWorkflow'];
const isCall = (type: string | undefined) => type !== undefined && CALLS.includes(type);

type Names = Pick<Workflow, 'name'> & {
	readonly nodes: ReadonlyArray<Pick<WorkflowNode, 'name' | 'type' | 'parameters'>>;
};

export interface Choices {
	/** The nodes in which the credential is to be chosen. */
	readonly credentials: readonly string[];
	/** The nodes in which another workflow is to be chosen, with that workflow's name. */
	readonly workflows: ReadonlyArray<{ readonly node: string; readonly workflow: string }>;
	readonly errorWorkflow?: string;
	/** The other settings that it names. */
	readonly settings: readonly Setting[];
	readonly publish: boolean;
}

/**
 * What the editor calls the settings that make a difference. It takes a name, nodes and connections from
 * a file, and no settings: these have to be chosen.
 */
const SETTINGS = {
	saveDataSuccessExecution: /save successful production executions/i,
	saveDataErrorExecution: /save failed production executions/i,
	executionTimeout: /timeout workflow/i,
};
export type Setting = keyof typeof SETTINGS;

/** Those of these settings that are not as n8n has them in a new workflow. */
export function chosenSettings(settings: Readonly<Record<string, unknown>>): Setting[] {
	return (Object.keys(SETTINGS) as Setting[]).filter((name) =>
		name === 'executionTimeout' ? Number(settings[name] ?? 0) > 0 : settings[name] === 'none',
	);
}

export const settingLabel = (name: Setting) => SETTINGS[name].source;

/** The text of the first note, or nothing where the first one is another. */
export function importNote({ nodes }: Names): string | undefined {
	const first = nodes.find(({ type }) => type === NOTE);
	return first?.name === NOTE_NAME ? String(first.parameters.content) : undefined;
}

/**
 * Reads the note as a person does: the lines of that list, with the names in *italics*.
 * @param others the names of all the workflows that may be meant
 */
export function choicesIn(workflow: Names, others: readonly string[]): Choices {
	const [, list = ''] = (importNote(workflow) ?? '').split(`${NOTE_HEADING}\n`);
	const [steps] = list.split(/^#/m);
	const lines = steps.split('\n').filter((line) => /^\d+\. /.test(line));
	const named = lines.map((line) => ({ line, names: italics(line) }));
	const nodeOf = (name: string) => workflow.nodes.find((node) => node.name === name);
	const workflowOf = (names: readonly string[]) => others.find((other) => names.includes(other));
	const credentials = named
		.filter(({ line }) => /credential/i.test(line))
		.flatMap(({ names }) => names.filter((name) => nodeOf(name) && !isCall(nodeOf(name)?.type)));
	const workflows = named.flatMap(({ names }) => {
		const target = workflowOf(names.filter((name) => !nodeOf(name)));
		return names
			.filter((name) => isCall(nodeOf(name)?.type))
			.flatMap((node) => (target ? [{ node, workflow: target }] : []));
	});
	const errors = named.find(({ line }) => /error workflow/i.test(line));
	return {
		credentials,
		workflows,
		errorWorkflow: errors && workflowOf(errors.names),
		settings: (Object.keys(SETTINGS) as Setting[]).filter((name) =>
			lines.some((line) => SETTINGS[name].test(line)),
		),
		publish: lines.some((line) => /publish/i.test(line)),
	};
}

/** Names may hold anything but an asterisk; bold ones are labels of the editor. */
const italics = (line: string) =>
	[...line.replace(/\*\*[^*]+\*\*/g, '').matchAll(/\*([^*]+)\*/g)].map(([, name]) => name);
