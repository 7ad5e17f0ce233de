import { CALLED, CALLS, NOTE } from './node-types.mts';
import { calledId } from './notes.mts';
import { textsIn, type Template, type TemplateNode } from './template.mts';

const OUR_IDS = /\bpinAds[A-Z]\w*/g;

/** What a template calls is shipped, and takes what it is given. */
export function checkCalls({ nodes }: Template, all: readonly Template[]): string[] {
	const ids = all.map(({ id }) => id);
	const texts = textsIn(
		nodes.filter(({ type }) => type !== NOTE).map(({ parameters }) => parameters),
	);
	const mentioned = (pattern: RegExp) => [
		...new Set(texts.flatMap((text) => text.match(pattern) ?? [])),
	];
	const names = all.map(({ name }) => name);
	return [
		...[
			...mentioned(OUR_IDS).filter((id) => !ids.includes(id)),
			...texts.flatMap((text) => strangersAmong(text, names)),
		].map((one) => `it names the workflow ${one}, which is not shipped`),
		...nodes.filter(({ type }) => CALLS.includes(type)).flatMap((node) => checkCall(node, all)),
	];
}

/** In a list of workflows, a line each: those that are not shipped. */
function strangersAmong(text: string, names: readonly string[]): string[] {
	const lines = text.split('\n');
	return lines.some((line) => names.includes(line))
		? lines.filter((line) => !names.includes(line))
		: [];
}

function checkCall(node: TemplateNode, all: readonly Template[]): string[] {
	const id = calledId(node);
	if (typeof id === 'string' && id.startsWith('=')) return [];
	const called = all.find((other) => other.id === id);
	if (!called) return [`"${node.name}" calls ${String(id)}, which is not shipped`];
	const trigger = called.nodes.find(({ type }) => type === CALLED);
	if (!trigger) return [`"${node.name}" calls ${called.name}, which cannot be called`];
	// After an import in the editor, the name would stand there as if the workflow had been chosen, and
	// again at the top of the list, for an id that is not there.
	if ((node.parameters.workflowId as { cachedResultName?: string }).cachedResultName)
		return [`"${node.name}" names ${called.name} as if it had been chosen (cachedResultName)`];
	const taken = inputsOf(trigger);
	const given = (node.parameters.workflowInputs as { value?: object | null } | undefined)?.value;
	return Object.keys(given ?? {})
		.filter((input) => taken && !taken.includes(input))
		.map((input) => `"${node.name}" gives ${input} to ${called.name}, which does not take it`);
}

/** The inputs that it lists, or nothing where it takes whatever it is given. */
function inputsOf({ parameters }: TemplateNode): string[] | undefined {
	const { workflowInputs } = parameters as {
		workflowInputs?: { values?: Array<{ name: string }> };
	};
	return workflowInputs?.values?.map(({ name }) => name);
}
