import { node, type More, type Position } from './node.mts';

/** What an If or a Filter asks: about an expression, which is true, equal to a word, filled in or empty. */
export interface Question {
	readonly leftValue: string;
	readonly rightValue: string;
	readonly operator: Readonly<Record<string, unknown>>;
}

const single = (leftValue: string, type: string, operation: string): Question => ({
	leftValue,
	rightValue: '',
	operator: { type, operation, singleValue: true },
});

export const isTrue = (value: string) => single(value, 'boolean', 'true');
export const isFalse = (value: string) => single(value, 'boolean', 'false');
export const isFilled = (value: string) => single(value, 'string', 'notEmpty');
export const isEmpty = (value: string) => single(value, 'string', 'empty');
export const equals = (leftValue: string, rightValue: string): Question => ({
	leftValue,
	rightValue,
	operator: { type: 'string', operation: 'equals' },
});

const asked = (question: Question) => ({
	conditions: {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
		combinator: 'and',
		conditions: [{ id: 'condition', ...question }],
	},
	looseTypeValidation: true,
	options: {},
});

/** Yes goes out of the first output, `no` out of the second. */
export const decide = (name: string, position: Position, question: Question, more?: More) =>
	node(name, position, 'if', 2.2, asked(question), more);

/** Only what it says yes to goes on. */
export const only = (name: string, position: Position, question: Question, more?: More) =>
	node(name, position, 'filter', 2.2, asked(question), more);
