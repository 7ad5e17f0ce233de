import { CODE, NOTE } from './node-types.mts';
import { textsIn, type Template, type TemplateNode } from './template.mts';

/** What fits into the editor's field, and is understood at a glance. */
const LONGEST_EXPRESSION = 120;

const EXPRESSION = /\{\{([\s\S]*?)\}\}/g;

/** How many scripts and long expressions a workflow still has: none more, and none that is gone comes back. */
const STILL: Readonly<Record<string, number>> = {
	'add-contacts.json': 1,
	'bulk-sync.json': 4,
	'campaign-launch.json': 3,
	'connect.json': 1,
	'contacts-google-sheet.json': 1,
	'contacts-postgresql.json': 1,
	'conversion-replay.json': 5,
	'conversion-webhook.json': 4,
	'daily-audience-sync.json': 4,
	'error-handler.json': 5,
	'metrics-refresh.json': 2,
	'set-up.json': 2,
	'sync-audience.json': 6,
	'sync-now.json': 13,
	'token-check.json': 5,
	'weekly-report.json': 1,
};

/** A workflow only wires nodes together: what is decided is an operation of the node, which has tests. */
export function checkWiring({ file, nodes }: Template): string[] {
	const problems = nodes.filter(({ type }) => type !== NOTE).flatMap(problemsOf);
	const still = STILL[file] ?? 0;
	if (problems.length > still) return problems;
	return problems.length < still
		? [`wiring.mts allows it ${still} scripts and long expressions, and it has ${problems.length}`]
		: [];
}

const problemsOf = ({ name, type, parameters }: TemplateNode): string[] => [
	...(type === CODE ? [`"${name}" is a script: make an operation of it`] : []),
	...textsIn(type === CODE ? {} : parameters)
		.flatMap(expressionsIn)
		.filter((expression) => expression.length > LONGEST_EXPRESSION)
		.map(
			(expression) =>
				`"${name}" has an expression of ${expression.length} characters: make an operation of it`,
		),
];

/** The parts of a text that n8n works out. */
const expressionsIn = (text: string): string[] =>
	text.startsWith('=') ? [...text.matchAll(EXPRESSION)].map(([, inside]) => inside.trim()) : [];
