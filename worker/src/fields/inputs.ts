import { z } from 'zod';
import { parseInput } from '../input';
import { withAmounts } from './amounts';
import { requireUnset } from './clearing';
import type { Fields, GivenBy, ReadBy } from './field';
import { labelOf } from './labels';
import { shapeOf } from './shape';

/** The input of a task: its fields, and what reads them all. */
export interface Input<F extends Fields = Fields, Read = unknown> {
	readonly fields: F;
	readonly schema: z.ZodType<Read, z.ZodTypeDef, unknown>;
}

/** What a caller writes for an input. */
export type GivenTo<I extends Input> = GivenBy<I['fields']>;
/** What is read of it. */
export type ReadFrom<I extends Input> = z.output<I['schema']>;

interface Options {
	/** Whether names that no field has are left out instead of refused. */
	readonly ignoresOthers?: boolean;
}

/**
 * The input of a task.
 * @param complete judges the fields together, once each is read, and may add to them
 */
export function inputOf<F extends Fields, Read = ReadBy<F>>(
	fields: F,
	complete?: (input: ReadBy<F>, check: z.RefinementCtx) => Read,
	{ ignoresOthers = false }: Options = {},
): Input<F, Read> {
	const object = z.object(shapeOf(fields));
	const schema = (ignoresOthers ? object : object.strict()).transform((values, check) => {
		const input = withAmounts(fields, values, check);
		requireOrder(fields, input, check);
		requireUnset(fields, input, check);
		return complete ? complete(input as ReadBy<F>, check) : input;
	});
	return { fields, schema: schema as unknown as Input<F, Read>['schema'] };
}

/** A schedule that ends before it begins. */
function requireOrder(
	fields: Fields,
	{ startTime, endTime }: { readonly startTime?: unknown; readonly endTime?: unknown },
	check: z.RefinementCtx,
): void {
	if (typeof startTime !== 'number' || typeof endTime !== 'number' || endTime > startTime) return;
	const message = `must be after ${fields.startTime.label}`;
	check.addIssue({ code: 'custom', path: ['endTime'], message });
}

/**
 * Reads a task's input, once, at the edge.
 * @throws PinterestAdsError of kind `invalid` that names each bad field by its label
 */
export const readInput = <F extends Fields, Read>(
	{ fields, schema }: Input<F, Read>,
	given: unknown,
): Read => parseInput(schema, given, (path) => labelOf(fields, path)) as Read;
