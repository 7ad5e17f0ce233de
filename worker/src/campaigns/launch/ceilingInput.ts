import type { z } from 'zod';
import { amountUnit, readAmountField } from '../oldFields';

/** The most that a launch may be allowed to spend, in micro-currency; nothing: no limit was set. */
export interface Ceiling {
	readonly daily?: number;
	readonly lifetime?: number;
}

export type CeilingKind = keyof Ceiling;

const FIELDS = { daily: 'maxDailyBudget', lifetime: 'maxLifetimeBudget' } as const;
export const CEILING_LABELS = {
	daily: 'Max Daily Budget',
	lifetime: 'Max Lifetime Budget',
} as const;

/** Reads the ceiling in the unit of the launch's other amounts. */
export function readCeiling(
	given: { readonly maxDailyBudget?: unknown; readonly maxLifetimeBudget?: unknown },
	unitOfAmounts: unknown,
	check: z.RefinementCtx,
): Ceiling {
	// An unknown unit is refused where the amounts themselves are read.
	const { data: unit = 'micro' } = amountUnit.safeParse(unitOfAmounts);
	const read = (kind: CeilingKind) =>
		readAmountField(check, [FIELDS[kind]], given[FIELDS[kind]], unit, 'budget')?.micro;
	return { daily: read('daily'), lifetime: read('lifetime') };
}
