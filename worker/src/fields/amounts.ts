import { z } from 'zod';
import {
	AMOUNT_UNITS,
	judgeAmount,
	readUnjudged,
	type AmountUnit,
	type AmountUse,
	type Unjudged,
} from '../values/money';
import { choice } from './choices';
import { withDefault, type Field, type Fields, type Words } from './field';

/** An amount that has been read, with what is needed to judge it once the currency is known. */
export interface Amount extends Unjudged {
	/** Its label. */
	readonly field: string;
	readonly unit: AmountUnit;
	readonly use: AmountUse;
}

/** The unit of all the amounts of an input. */
export const amountUnit = withDefault(
	choice({
		label: 'Amounts Are In',
		description: 'The unit of all amounts here',
		choices: {
			micro: { label: 'Micro-Currency', description: '5000000 means $5.00' },
			accountCurrency: { label: 'Account Currency', description: '5.00 means $5.00' },
		},
		must: `must be ${AMOUNT_UNITS.join(' or ')}`,
	}),
	'micro',
);

/** An amount in the unit that `amountUnit` says; sent as whole micro-currency. */
export const amount = <const SentAs extends string = never, Cleared = undefined>({
	use = 'budget',
	...options
}: Words & {
	readonly use?: AmountUse;
	readonly sentAs?: SentAs;
	readonly cleared?: Cleared;
}): Field<string | number | bigint, Amount, 'optional', SentAs, number, Cleared> => ({
	...{ ...options, kind: 'amount', need: 'optional', use },
	unit: 'micro-currency, unless Amounts Are In says otherwise',
	// Read by `withAmounts`, once the unit is known.
	schema: z.unknown() as unknown as z.ZodType<Amount, z.ZodTypeDef, unknown>,
	send: ({ micro }) => micro,
});

type Values = Readonly<Record<string, unknown>>;

/**
 * The input with its amounts read, those in groups as well; what is wrong with one becomes its issue. What
 * depends on the currency is left to be judged by `requirePlausible`.
 */
export function withAmounts(fields: Fields, input: Values, check: z.RefinementCtx): Values {
	const { amountUnit: unit = 'micro' } = input as { amountUnit?: AmountUnit };
	return read(fields, input, { unit, check, path: [], labels: [] });
}

interface Place {
	readonly unit: AmountUnit;
	readonly check: z.RefinementCtx;
	readonly path: readonly string[];
	readonly labels: readonly string[];
}

function read(fields: Fields, input: Values, place: Place): Values {
	const amounts: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		const value = input[name];
		if (value === undefined) continue;
		const inside = {
			...place,
			path: [...place.path, name],
			labels: [...place.labels, field.label],
		};
		if (field.kind === 'amount') amounts[name] = readOne(field, value, inside);
		if (field.kind === 'group' && field.fields) {
			amounts[name] = read(field.fields, value as Values, inside);
		}
	}
	return { ...input, ...amounts };
}

function readOne(
	{ use = 'budget' }: Field,
	value: unknown,
	{ unit, check, path, labels }: Place,
): Amount {
	const field = labels.join(' ');
	const reading = readAmountOf(value, { unit, use });
	if (!('problem' in reading)) return { ...reading, field, unit, use };
	check.addIssue({ code: 'custom', path: [...path], message: reading.problem });
	// Nobody sees it: the input is refused. Rules may still ask whether there is one.
	return { micro: 0, field, unit, use };
}

/** An amount as far as it can be judged without its currency. */
function readAmountOf(
	value: unknown,
	options: { readonly unit: AmountUnit; readonly use: AmountUse },
): Unjudged | { readonly problem: string } {
	const reading = readUnjudged(value, options);
	if ('problem' in reading || options.unit !== 'micro') return reading;
	// What is too little in dollars is too little in every currency.
	const problem = judgeAmount(reading, options);
	return problem === undefined ? reading : { problem };
}

/** All the amounts of an input that has been read, those in its groups as well. */
export function amountsIn(fields: Fields, input: Values): Amount[] {
	return Object.entries(fields).flatMap(([name, field]) => {
		const value = input[name];
		if (value === undefined) return [];
		if (field.kind === 'amount') return [value as Amount];
		return field.kind === 'group' && field.fields ? amountsIn(field.fields, value as Values) : [];
	});
}
