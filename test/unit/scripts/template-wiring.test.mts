import type { Template } from '../../../scripts/template-checks/template.mts';
import { checkWiring } from '../../../scripts/template-checks/wiring.mts';

/** What is said of a workflow of this one node. */
const saidOf = (type: string, parameters: object) =>
	checkWiring({
		...{ file: 'another.json', id: 'another', name: 'another', connections: {}, settings: {} },
		nodes: [{ name: 'Decide', type: `n8n-nodes-base.${type}`, typeVersion: 1, parameters }],
	} as Template);

const withExpression = (length: number) => ({
	value: `=A text before it: {{ ${'1'.repeat(length)} }}`,
});

it('a workflow that only wires nodes together is right', () => {
	expect(saidOf('noOp', {})).toEqual([]);
});

it('a script decides something', () => {
	expect(saidOf('code', { jsCode: 'return [];' })).toEqual([
		'"Decide" is a script: make an operation of it',
	]);
});

it('a long expression does, whatever text is around it', () => {
	expect(saidOf('set', withExpression(120))).toEqual([]);
	expect(saidOf('set', withExpression(121))).toEqual([
		'"Decide" has an expression of 121 characters: make an operation of it',
	]);
});

it('what a model is told of a value that it fills in is text, and may be long', () => {
	const told = (text: string) => ({ value: `={{ $fromAI('budget', \`${text}\`, 'string', '') }}` });
	expect(saidOf('set', told('Most that it may spend a day. '.repeat(10)))).toEqual([]);
	const decides = { value: `={{ $fromAI('a') ? ${'1'.repeat(120)} : $fromAI('b') }}` };
	expect(saidOf('set', decides)).toHaveLength(1);
});
