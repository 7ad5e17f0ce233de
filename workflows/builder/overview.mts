import { TITLES } from '../titles.mts';
import { heightOf, note } from './note.mts';
import type { Node } from './node.mts';

/** What the first note says: whoever opens the workflow knows what it is for, and what is left to do. */
export interface Overview {
	/** Whom it is for, in a sentence. */
	readonly forWhom: string;
	/** In Markdown. */
	readonly howItWorks: string;
	/** What is to be chosen beyond what nodes and settings show by themselves: a line each, with the node in *italics*. */
	readonly set?: readonly string[];
	/** What somebody may want to have otherwise, in Markdown. */
	readonly makeItYours: string;
	/** The last line of what is to be done, where it is not just published. */
	readonly publish?: string;
	/** Stands in the place of that list, with a heading of its own. */
	readonly steps?: string;
}

/** What of a workflow the note is made from. */
interface Described {
	readonly title: string;
	readonly nodes: readonly Node[];
	/** The other notes, as it lies above them all. */
	readonly notes: readonly Node[];
	readonly settings: Readonly<Record<string, unknown>>;
}

export const OVERVIEW = 'Overview';
export const CHOOSE_FIRST = '### Imported by hand? Choose first';

const NARROW = 720;
const WIDE = 1040;
/** From here on it is as wide as it may be, so that it is not too high for the screen. */
const MANY_COLUMNS = 1500;
const LEFT = -40;
const BELOW = 60;

/** The yellow note above all else, with the list of what n8n forgets when a file is imported by hand. */
export function overviewNote(described: Described, overview: Overview): Node {
	const { title, nodes, notes } = described;
	const content = [
		`## ${title}\n${overview.forWhom}`,
		`### How it works\n${overview.howItWorks}`,
		overview.steps ?? `${CHOOSE_FIRST}\n${choices(described, overview)}`,
		`### Make it yours\n${overview.makeItYours}`,
	].join('\n\n');
	const columns = Math.max(...nodes.map(({ position: [x] }) => x));
	const width = columns > MANY_COLUMNS ? WIDE : NARROW;
	const height = heightOf(content, width);
	const top = Math.min(...[...nodes, ...notes].map(({ position: [, y] }) => y));
	return note(
		OVERVIEW,
		{ at: [LEFT, top - height - BELOW], width, height, color: 'yellow' },
		content,
	);
}

function choices({ nodes, settings }: Described, { set = [], publish }: Overview): string {
	// n8n runs no error workflow for what a person starts in the editor.
	const byHand = nodes.every(
		({ type }) => !/Trigger$|webhook$/i.test(type) || type.endsWith('.manualTrigger'),
	);
	const lines = [
		...doors(nodes),
		...pinterestCredential(nodes),
		...callees(nodes),
		...set,
		...(byHand ? [] : settingLines(settings)),
		publish ?? (byHand ? 'That is all: only a person starts it.' : '**Publish** it.'),
	];
	return lines.map((line, n) => `${n + 1}. ${line}`).join('\n');
}

const DOORS = {
	httpHeaderAuth:
		'a **Header Auth credential** with the name and the value of a header, both of your choice. Whoever calls the webhook sends it.',
	httpBasicAuth:
		'a **Basic Auth credential** with a user and a password that you choose. Whoever opens it signs in with them.',
} as const;

const doors = (nodes: readonly Node[]): string[] =>
	nodes.flatMap(({ name, credentials }) =>
		Object.entries(DOORS)
			.filter(([type]) => credentials?.[type])
			.map(([, words]) => `*${name}*: ${words}`),
	);

function pinterestCredential(nodes: readonly Node[]): string[] {
	const ours = nodes.filter(({ credentials }) => credentials?.pinterestAdsApi);
	if (ours.length === 0) return [];
	return [
		`${listed(ours)}: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.`,
	];
}

function callees(nodes: readonly Node[]): string[] {
	const calls = new Map<string, Node[]>();
	for (const node of nodes.filter(({ type }) => type === 'n8n-nodes-base.executeWorkflow')) {
		const { mode, value } = node.parameters.workflowId as { mode: string; value: string };
		if (mode === 'list' && value) calls.set(value, [...(calls.get(value) ?? []), node]);
	}
	return [...calls].map(([id, callers]) => {
		const off = callers.every(({ disabled }) => disabled) ? 'Only if you switch it on, ' : '';
		return `${off}${listed(callers)}: the workflow *${titleOf(id)}*. As imported, it shows an ID: open the list and choose the name.`;
	});
}

function settingLines(settings: Described['settings']): string[] {
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
					`In the workflow’s **Settings**, as **Error workflow**: *${titleOf(String(errorWorkflow))}*. Publish that one first: until then it is grey.`,
				]),
		...(others.length > 0 ? [`In the same settings: ${others.join('; ')}.`] : []),
	];
}

function titleOf(id: string): string {
	const titles: Readonly<Record<string, string>> = TITLES;
	if (!titles[id]) throw new Error(`There is no workflow ${id}.`);
	return titles[id];
}

function listed(nodes: readonly Node[]): string {
	const names = nodes.map(({ name }) => `*${name}*`);
	return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
