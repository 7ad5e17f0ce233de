import { z } from 'zod';
import { idOfA, listOf } from '../input';
import { idsListed, type IdOf } from './address';
import { choice, chosenWord } from './choice';
import { isFilled, listedIn, type Elements } from './list';

/** Lists of tasks' inputs, read by the one reader of lists and then element by element. */

interface ListOptions {
	/** Left out: `texts`. */
	readonly elements?: Elements;
	/**
	 * Whether an empty element of a list that came as a list is just left out. Only where nothing is lost by
	 * it, as in what narrows a search down: where something is written it may be the audience to exclude
	 * whose ID was not found.
	 */
	readonly leaveOutEmpty?: boolean;
}

/** A list out of a list, a text that lists its elements, or one element. */
export const list = <T extends z.ZodTypeAny>(
	element: T,
	{ elements = 'texts', leaveOutEmpty = false }: ListOptions = {},
) =>
	listBy(element, leaveOutEmpty, (text, isAlone) =>
		// A word has no comma in it, so it does not matter where the text stands.
		isAlone || elements === 'words' ? listedIn(text, elements) : [text],
	);

/** A list of ids; an address in it may name several. */
export const idList = (
	of: IdOf,
	{ leaveOutEmpty = false }: Pick<ListOptions, 'leaveOutEmpty'> = {},
) => listBy(idOfA(of), leaveOutEmpty, (text) => idsListed(text, of));

/** A list of some words. Some have blanks in other spellings, and blanks may as well stand between two. */
export const choiceList = <const T extends readonly [string, ...string[]]>(
	words: T,
	{ leaveOutEmpty = false }: Pick<ListOptions, 'leaveOutEmpty'> = {},
) =>
	listBy(choice(words), leaveOutEmpty, (text) =>
		listedIn(text).flatMap((part) =>
			typeof part !== 'string' || chosenWord(part, words) ? [part] : listedIn(part, 'words'),
		),
	);

function listBy<T extends z.ZodTypeAny>(
	element: T,
	leaveOutEmpty: boolean,
	read: (text: string, isAlone: boolean) => unknown[],
) {
	const opened = (one: unknown, isAlone: boolean) =>
		typeof one === 'string' && one.trim() !== '' ? read(one, isAlone) : [one];
	return z.preprocess((value) => {
		if (typeof value === 'string') return value.trim() === '' ? [] : opened(value, true);
		if (typeof value === 'number') return [value];
		if (!Array.isArray(value)) return value;
		const all: unknown[] = leaveOutEmpty ? value.filter(isFilled) : value;
		return all.flatMap((one) => opened(one, false));
	}, listOf(element));
}
