import { equals, node } from '../builder/index.mts';
import type { Question } from '../builder/decisions.mts';
import type { Position } from '../builder/node.mts';

/** A Switch: one output for each word that the value may be; with another one, nothing goes on. */
export const route = (name: string, position: Position, value: string, words: readonly string[]) =>
	node(name, position, 'switch', 3.2, {
		mode: 'rules',
		rules: {
			values: words.map((word) => ({
				conditions: asked(equals(value, word)),
				renameOutput: true,
				outputKey: word,
			})),
		},
		options: {},
	});

const asked = (question: Question) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
	combinator: 'and',
	conditions: [{ id: question.rightValue, ...question }],
});
