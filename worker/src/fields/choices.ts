import { z } from 'zod';
import { choice as chosen, flag as switched } from '../values/choice';
import { choiceList } from '../values/lists';
import { asNumber } from '../values/number';
import type { Choice } from './field';
import type { Listed } from './idsAndLists';
import type { Optional, Options } from './kind';

type Choices<Word extends string> = Readonly<Record<Word, string | Choice>>;
type ChoiceOptions<Word extends string, SentAs extends string, Cleared> = Options<
	SentAs,
	Cleared
> & {
	/** By what is given: its label, or label and description. */
	readonly choices: Choices<Word>;
};

const wordsOf = <Word extends string>(choices: Choices<Word>) =>
	Object.keys(choices) as [Word, ...Word[]];

function labelled<Word extends string>(choices: Choices<Word>): Record<Word, Choice> {
	const pairs = Object.entries<string | Choice>(choices).map(([word, said]) => [
		word,
		typeof said === 'string' ? { label: said } : said,
	]);
	return Object.fromEntries(pairs) as Record<Word, Choice>;
}

/** One of some words, however it is spelled. */
export const choice = <
	Word extends string,
	const SentAs extends string = never,
	Cleared = undefined,
>({
	choices,
	must,
	...options
}: ChoiceOptions<Word, SentAs, Cleared> & { readonly must?: string }): Optional<
	Word,
	Word,
	SentAs,
	Cleared
> => ({
	...{ ...options, kind: 'choice', need: 'optional', choices: labelled(choices) },
	schema: chosen(wordsOf(choices), must),
});

/** Some of some words. */
export const choices = <
	Word extends string,
	const SentAs extends string = never,
	Cleared = undefined,
>({
	choices: some,
	isFilter = false,
	...options
}: ChoiceOptions<Word, SentAs, Cleared> & { readonly isFilter?: boolean }): Optional<
	Listed<Word>,
	Word[],
	SentAs,
	Cleared
> => ({
	...{ ...options, kind: 'choices', need: 'optional', choices: labelled(some) },
	schema: choiceList(wordsOf(some), { leaveOutEmpty: isFilter }),
});

/** One of some numbers. */
export const numericChoice = <
	Value extends number,
	const SentAs extends string = never,
	Cleared = undefined,
>({
	choices,
	...options
}: Options<SentAs, Cleared> & {
	readonly choices: Readonly<Record<Value, string | Choice>>;
}): Optional<Value, Value, SentAs, Cleared> => {
	const numbers = wordsOf(choices).map(Number);
	const isOne = (given: number): given is Value => numbers.includes(given);
	const must = `must be one of ${numbers.join(', ')}`;
	const schema = z.preprocess(asNumber, z.number().refine(isOne, must));
	return {
		...{ ...options, kind: 'choice', need: 'optional', isNumeric: true },
		...{ choices: labelled(choices), schema },
	};
};

/** How many days after something a conversion still counts. */
export const windowDays = <const SentAs extends string = never>(
	options: Options<SentAs, undefined>,
) => numericChoice({ ...options, choices: WINDOWS });

const WINDOWS = {
	0: '0 Days',
	1: '1 Day',
	7: '7 Days',
	14: '14 Days',
	30: '30 Days',
	60: '60 Days',
};

/** True or false. Its description begins with "Whether". */
export const flag = <const SentAs extends string = never, Cleared = undefined>(
	options: Options<SentAs, Cleared>,
): Optional<boolean, boolean, SentAs, Cleared> => ({
	...options,
	...{ kind: 'flag', need: 'optional', schema: switched },
});
