import { periodOf } from './format';
import type { PictureInput } from './pictureInput';

/** What the period is compared with. */
export interface Compared {
	readonly period: string;
	/** `the period before`, `a year before` */
	readonly inWords: string;
}

const IN_WORDS = { periodBefore: 'the period before', yearBefore: 'a year before' } as const;

/** Undefined where it is not compared. */
export const comparedOf = ({ comparison }: PictureInput): Compared | undefined =>
	comparison && {
		period: periodOf({ from: comparison.start_date, to: comparison.end_date }),
		inWords: IN_WORDS[comparison.compare_with],
	};

/**
 * Pinterest counts a conversion on the day of what led to it, so the last days always look worse than they will.
 * @param mark what figures that grow are marked with
 */
export function growingOf(
	{ fresh, start_date, end_date }: PictureInput,
	compared: Compared | undefined,
	mark = '',
): string | undefined {
	if (fresh === undefined) return undefined;
	const days =
		fresh.from === start_date ? 'these days' : periodOf({ from: fresh.from, to: end_date });
	const window = fresh.window_days;
	const upTo =
		window === 0 ? 'the same day' : `up to ${window} ${window === 1 ? 'day' : 'days'} before`;
	const unfair = compared
		? ` Compared with ${compared.period}, which ${compared.inWords === IN_WORDS.yearBefore ? 'is complete' : 'has had longer to gather them'}, they look a little worse than they will turn out.`
		: '';
	return `Conversions of ${days} are still coming in: Pinterest counts one on the day of the click or view that led to it, ${upTo}. So conversions, their value and what is worked out from them${mark} still grow.${unfair}`;
}

/** The days that it is compared with. */
export const otherDays = ({ comparison }: Pick<PictureInput, 'comparison'>) =>
	comparison && {
		start_date_previous: comparison.start_date,
		end_date_previous: comparison.end_date,
	};

/** What to know of a comparison, where the period goes on. */
export const unfinished = ({ comparison, ends_today, end_date }: PictureInput): string[] =>
	comparison && ends_today
		? [
				`${periodOf({ from: end_date, to: end_date })} is not over yet, and is compared with a whole day.`,
			]
		: [];
