import type { DateRange } from '../windows';
import type { Counterparts } from './counterparts';
import { daysOf } from '../windows';

const spoken = ({ from, to }: DateRange) => (from === to ? from : `${from} to ${to}`);

/** Why there is nothing to compare with. @param why goes on after a colon */
export const notCompared = (other: DateRange, why: string): string =>
	`There is no comparison with ${spoken(other)}: ${why}`;

/** Columns of which only the one period has figures. */
export const missingBefore = (other: DateRange, columns: readonly string[]): string =>
	`The figures of ${spoken(other)} come from a report, which does not have ${columns.join(', ')}: not compared.`;

/** That some days are beside nothing, as months are not of the same length. */
export function withoutCounterpart(
	range: DateRange,
	other: DateRange,
	{ now, before }: Counterparts,
): string[] {
	const alone = [
		...daysOf(range).filter((day) => before(day) === undefined),
		...daysOf(other).filter((day) => now(day) === undefined),
	];
	if (alone.length === 0) return [];
	const which = alone.length > 3 ? `${alone.slice(0, 3).join(', ')} and others` : alone.join(', ');
	return [
		`${which} ${alone.length === 1 ? 'has' : 'have'} no day in the other period to be compared with, and ${alone.length === 1 ? 'is' : 'are'} in the totals only.`,
	];
}
