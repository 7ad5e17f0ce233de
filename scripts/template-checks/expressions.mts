import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { CODE, NOTE } from './node-types.mts';
import { textsIn, type Template, type TemplateNode } from './template.mts';

// The parser that n8n reads expressions with is a package of n8n-workflow's own.
const require = createRequire(import.meta.url);
const { Tournament } = createRequire(require.resolve('n8n-workflow'))('@n8n/tournament') as {
	Tournament: new () => { getExpressionCode(expression: string): unknown };
};
const parser = new Tournament();

const NODE_NAMES = /\$(?:\(|node\[|items\()\s*(['"`])((?:\\.|(?!\1).)*?)\1/g;

/** Every expression and every script can be read, and names only nodes that there are. */
export function checkExpressions({ nodes }: Template): string[] {
	const names = nodes.map(({ name }) => name);
	return nodes
		.filter(({ type }) => type !== NOTE)
		.flatMap((node) => [
			...syntaxErrors(node),
			...namedNodes(node)
				.filter((name) => !names.includes(name))
				.map((name) => `"${node.name}" looks at the node "${name}", which it does not have`),
		]);
}

function syntaxErrors({ name, type, parameters }: TemplateNode): string[] {
	const expressions = textsIn(parameters).filter((text) => text.startsWith('='));
	const { jsCode } = parameters;
	return [
		...expressions.flatMap((text) =>
			failure(() => parser.getExpressionCode(text.slice(1))).map(
				(reason) => `"${name}" has an expression that n8n cannot read, ${text}: ${reason}`,
			),
		),
		...(type === CODE && typeof jsCode === 'string'
			? failure(() => new Script(`(async () => {\n${jsCode}\n})`)).map(
					(reason) => `"${name}" has a script that is not JavaScript: ${reason}`,
				)
			: []),
	];
}

function namedNodes({ parameters }: TemplateNode): string[] {
	const found = textsIn(parameters).flatMap((text) =>
		[...text.matchAll(NODE_NAMES)].map(([, , name]) => name.replaceAll('\\', '')),
	);
	return [...new Set(found)];
}

function failure(parse: () => unknown): string[] {
	try {
		parse();
		return [];
	} catch (error) {
		return [(error as Error).message];
	}
}
