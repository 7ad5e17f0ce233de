import { CODE, NOTE } from './node-types.mts';
import { textsIn, type Template, type TemplateNode } from './template.mts';

/** What fits into the editor's field, and is understood at a glance. */
const LONGEST_EXPRESSION = 120;

const EXPRESSION = /\{\{([\s\S]*?)\}\}/g;

/** A workflow only wires nodes together: what is decided is an operation of the node, which has tests. */
export const checkWiring = ({ nodes }: Template): string[] =>
	nodes.filter(({ type }) => type !== NOTE).flatMap(problemsOf);

const problemsOf = ({ name, type, parameters }: TemplateNode): string[] => [
	...(type === CODE ? [`"${name}" is a script: make an operation of it`] : []),
	...textsIn(type === CODE ? {} : parameters)
		.flatMap(expressionsIn)
		.filter((expression) => expression.length > LONGEST_EXPRESSION && !isForModel(expression))
		.map(
			(expression) =>
				`"${name}" has an expression of ${expression.length} characters: make an operation of it`,
		),
];

/** What a model is told of a value that it fills in is text, and nothing is decided there. */
const isForModel = (expression: string) => /^\$fromAI\([^()]*\)$/.test(expression);

/** The parts of a text that n8n works out. */
const expressionsIn = (text: string): string[] =>
	text.startsWith('=') ? [...text.matchAll(EXPRESSION)].map(([, inside]) => inside.trim()) : [];
