/** What a page asks, for whoever shows pages. */
export interface Questions {
	readonly title: string;
	/** Markup: what the page is about, or what is to be corrected. */
	readonly introduction: string;
	readonly questions: readonly Question[];
	readonly button: string;
	/** Until when the page can be sent, ISO 8601. */
	readonly open_until: string;
}

/** A question of a page, or a heading above some. */
export interface Question {
	/** Of the answer. */
	readonly name: string;
	readonly label: string;
	readonly kind: 'heading' | 'text' | 'day' | 'oneOf' | 'listed' | 'anyOf';
	/** Of `oneOf` (all of them are shown), `listed` (one is chosen from a list) and `anyOf` (several). */
	readonly options?: readonly string[];
	readonly isRequired?: boolean;
	/** What is filled in already; of `anyOf` several, divided by commas. */
	readonly starts?: string;
	readonly example?: string;
}

/** What somebody has answered: texts, and lists of texts where several could be chosen. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** No answer of a page is longer. */
const LONGEST = 20_000;

/** The answers among whatever was sent, those of the questions that are asked only. */
export function answersTo(questions: readonly Question[], sent: Readonly<Record<string, unknown>>) {
	const asked = questions.filter(({ kind }) => kind !== 'heading');
	const answers: Record<string, string | string[]> = {};
	for (const { name, kind } of asked) {
		const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
		answers[name] = kind === 'anyOf' ? textsIn(value) : textIn(value);
	}
	return answers;
}

/** A text; of a number its digits, of everything else nothing. */
export function textIn(value: unknown): string {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' ? text.slice(0, LONGEST).trim() : '';
}

export const textsIn = (value: unknown): string[] =>
	(Array.isArray(value) ? value : [value]).map(textIn).filter((text) => text !== '');

/** The questions with what was answered before filled in. */
export const filledIn = (
	questions: readonly Question[],
	before: Readonly<Record<string, unknown>>,
): Question[] =>
	questions.map((question) => {
		const value = Object.hasOwn(before, question.name) ? before[question.name] : undefined;
		const texts = question.kind === 'anyOf' ? textsIn(value) : [textIn(value)];
		// What is not among the options any more would look as if nothing had been asked for.
		const known = question.options
			? texts.filter((text) => question.options?.includes(text))
			: texts.filter((text) => text !== '');
		return known.length === 0 ? question : { ...question, starts: known.join(', ') };
	});
