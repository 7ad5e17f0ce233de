import { commaList, type Query } from '../../client/query';
import { isObject, Unreadable } from '../../client/readers';
import { chunksOf } from '../../values/grouping';
import { LEVEL, type Level } from '../levels';
import type { RawRow } from '../rows/rawRow';
import { wrongField } from '../wrongField';
import { TYPES_OF, type Breakdown } from './targetingTypes';

/** The columns that tell two rows of one entity and day apart. */
export const BREAKDOWN_COLUMNS = ['TARGETING_TYPE', 'TARGETING_VALUE'] as const;

/**
 * A level broken down by targeting, named as Pinterest's reports name it (`campaign_targeting`).
 * @throws PinterestAdsError `invalid` for a type that Pinterest does not know at this level
 */
export function breakdownLevel({ of, types }: Breakdown): Level {
	const whole = LEVEL[of];
	const unknown = types.filter((type) => !TYPES_OF[of].types.includes(type));
	if (unknown.length > 0) {
		const where = whole.entities === undefined ? 'an ad account' : `${whole.entities.plural}`;
		throw wrongField(
			'targetingTypes',
			`Pinterest does not break down ${where} by ${unknown.join(', ')}.`,
			{
				hint: `Leave it out, or choose another level for Breakdown Of. Possible here: ${TYPES_OF[of].types.join(', ')}.`,
			},
		);
	}
	return {
		...whole,
		name: `${whole.name}_targeting`,
		analyticsPath: whole.analyticsPath.replace('analytics', 'targeting_analytics'),
		breakdown: { of, types },
	};
}

/** What each request asks for beside ids, days and columns: the types, as many as one may name. */
export function breakdownQueries({ breakdown }: Level): Query[] {
	if (breakdown === undefined) return [{}];
	const { of, types } = breakdown;
	return chunksOf(types, TYPES_OF[of].atOnce).map((some) => ({ targeting_types: commaList(some) }));
}

/**
 * The rows of an answer: a plain list, or for a breakdown `{ data: [{ targeting_type,
 * targeting_value, metrics }] }`, of which type and value become columns like the others.
 * @returns undefined where the answer holds no list
 * @throws Unreadable where an element of it is not a row
 */
export function rowsIn(level: Level, adAccountId: string, answer: unknown): RawRow[] | undefined {
	const isWhole = level.breakdown === undefined;
	const rows = isWhole ? answer : isObject(answer) ? answer.data : undefined;
	if (!Array.isArray(rows)) return undefined;
	const there = rows.filter((row) => row !== null && row !== undefined);
	if (!there.every(isObject)) throw new Unreadable('a row that is not an object');
	return isWhole ? there : there.map((row) => partRow(level, adAccountId, row));
}

/** A row of a breakdown, column by column: type and value are beside its metrics, or among them. */
export function partRow(
	{ breakdown }: Level,
	adAccountId: string,
	{ targeting_type: type, targeting_value: value, metrics, ...columns }: RawRow,
): RawRow {
	const values: RawRow = isObject(metrics) ? metrics : columns;
	return {
		// An ad account's rows may leave out whose they are.
		...(breakdown?.of === 'account' ? { AD_ACCOUNT_ID: adAccountId } : {}),
		...values,
		TARGETING_TYPE: type ?? values.TARGETING_TYPE,
		TARGETING_VALUE: value ?? values.TARGETING_VALUE,
	};
}
