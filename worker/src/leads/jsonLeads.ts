import { isObject, plainText, type JsonObject } from '../client/readers';
import { BrokenFile } from '../download/brokenFile';
import { exactly } from '../values/json';
import type { Lead } from './lead';

/** What a list of leads may be under, where it is not the document itself. */
const LISTS = ['items', 'data', 'leads', 'results', 'rows'];
/** What an answer may be under, and the question beside it. */
const QUESTIONS = ['question', 'question_label', 'label', 'question_type', 'name', 'field', 'key'];
const ANSWERS = ['answer', 'answers', 'value', 'values', 'response'];

/**
 * The leads of a JSON text: a list of objects, one in an object, lists by some key, or an object on each line.
 * Questions that a lead has as a list, each with its answer, become its fields.
 * @throws BrokenFile
 */
export function jsonLeads(text: string): Lead[] {
	const whole = parsed(text);
	const rows = whole === undefined ? rowsOfLines(text) : rowsIn(whole);
	return rows.map(withAnswers);
}

/** Undefined where it is no JSON: what the parser says of it quotes the text. */
function parsed(text: string): unknown {
	try {
		return exactly(text);
	} catch {
		return undefined;
	}
}

function rowsOfLines(text: string): JsonObject[] {
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => {
			const row = parsed(line);
			if (!isObject(row)) throw new BrokenFile('it is not JSON, or ends too early');
			return row;
		});
}

function rowsIn(value: unknown): JsonObject[] {
	if (Array.isArray(value)) return objectsIn(value);
	if (!isObject(value)) throw unknownForm();
	const name = LISTS.find((one) => Array.isArray(value[one]));
	if (name !== undefined) return objectsIn(value[name] as unknown[]);
	// As reports have it: lists by the ID of what they are about.
	const lists = Object.values(value);
	if (!lists.every((one) => Array.isArray(one))) throw unknownForm();
	return objectsIn(lists.flat());
}

function objectsIn(rows: readonly unknown[]): JsonObject[] {
	if (!rows.every((row) => isObject(row))) throw unknownForm();
	return rows as JsonObject[];
}

const unknownForm = () => new BrokenFile('it is JSON of a form that is not known');

function withAnswers(row: JsonObject): Lead {
	const lists = Object.entries(row).filter(([, value]) => isListOfAnswers(value));
	if (lists.length === 0) return row;
	const answers: Array<[string, unknown]> = lists.flatMap(([, list]) =>
		(list as JsonObject[]).map((one): [string, unknown] => [
			plainText(valueOf(one, QUESTIONS)),
			valueOf(one, ANSWERS),
		]),
	);
	const others = Object.entries(row).filter(([name]) => !lists.some(([list]) => list === name));
	return Object.fromEntries([...answers, ...others]);
}

const isListOfAnswers = (value: unknown): boolean =>
	Array.isArray(value) &&
	value.length > 0 &&
	value.every(
		(one) =>
			isObject(one) &&
			plainText(valueOf(one, QUESTIONS)) !== '' &&
			ANSWERS.some((name) => Object.hasOwn(one, name)),
	);

function valueOf(one: JsonObject, names: readonly string[]): unknown {
	const name = names.find((candidate) => Object.hasOwn(one, candidate));
	return name === undefined ? undefined : one[name];
}
