import {
	ERROR_KINDS,
	isRetryable,
	isRetryableAfterLooking,
	type ErrorKind,
} from '../../worker/src/client/errorKinds.ts';
import { textsIn, type Template } from './template.mts';

const KINDS = Object.keys(ERROR_KINDS) as ErrorKind[];
/** What a template may ask of a kind: whether it passes by itself, and whether a task that looks first may be repeated. */
const LISTS = [KINDS.filter(isRetryable), KINDS.filter(isRetryableAfterLooking)];

const LIST = /\[([^[\]]*)\]\.includes\(\s*[\w$.?]*kind\s*\)/g;
const COMPARED = /\b\w*kind\s*[!=]==\s*'([^']*)'/g;
const WORD = /'([^']*)'/g;

/** The kinds of errors that a template knows are those of the worker's table, and its lists of them are whole. */
export function checkKinds({ nodes }: Template): string[] {
	return nodes.flatMap(({ name, parameters }) =>
		textsIn(parameters).flatMap((text) =>
			[...unknownKinds(text), ...incomplete(text)].map((problem) => `"${name}" ${problem}`),
		),
	);
}

const isKind = (word: string) => (KINDS as string[]).includes(word);

const listsIn = (text: string) =>
	[...text.matchAll(LIST)].map(([, list]) => [...list.matchAll(WORD)].map(([, word]) => word));

function unknownKinds(text: string): string[] {
	const compared = [...text.matchAll(COMPARED)].map(([, word]) => word);
	const words = new Set([...compared, ...listsIn(text).flat()]);
	return [...words]
		.filter((word) => !isKind(word))
		.map((word) => `knows a kind of error that does not exist: ${word}`);
}

function incomplete(text: string): string[] {
	return listsIn(text)
		.filter((list) => !LISTS.some((whole) => isSame(whole, list)))
		.map(
			(list) =>
				`lists the kinds ${list.join(', ')}; the ones that pass are ${LISTS.map((whole) => whole.join(', ')).join(', or, where it looks first, ')}`,
		);
}

const isSame = (some: readonly string[], others: readonly string[]) =>
	some.length === others.length && some.every((one) => others.includes(one));
