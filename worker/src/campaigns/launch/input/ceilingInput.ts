import type { z } from 'zod';
import { withAmounts, amountUnit, type Amount } from '../../../fields/amounts';
import { CEILING_FIELDS } from './launchFields';

/** The most that a launch may be allowed to spend, in micro-currency; nothing: no limit was set. */
export interface Ceiling {
	readonly daily?: number;
	readonly lifetime?: number;
}

export type CeilingKind = keyof Ceiling;

export const CEILING_LABELS = {
	daily: CEILING_FIELDS.maxDailyBudget.label,
	lifetime: CEILING_FIELDS.maxLifetimeBudget.label,
} as const;

/** Reads the ceiling in the unit of the launch's other amounts. */
export function readCeiling(
	given: { readonly maxDailyBudget?: unknown; readonly maxLifetimeBudget?: unknown },
	unitOfAmounts: unknown,
	check: z.RefinementCtx,
): Ceiling {
	// An unknown unit is refused where the amounts themselves are read.
	const { data: unit } = amountUnit.schema.safeParse(unitOfAmounts);
	const read = withAmounts(CEILING_FIELDS, { ...given, amountUnit: unit }, check);
	const { maxDailyBudget: daily, maxLifetimeBudget: lifetime } = read as Partial<
		Record<keyof typeof CEILING_FIELDS, Amount>
	>;
	return { daily: daily?.micro, lifetime: lifetime?.micro };
}
