import { ok, type Answer, type Call } from './call.mts';
import { Refusal } from './refusal.mts';
import type { Body } from '../world/world.mts';

/**
 * A batch write: every element is judged and done by itself, a refused one creates nothing, and the
 * answer is a 200 with one element for each, in order. Pinterest gives the reason as an array for
 * campaigns and ad groups, as one object for ads.
 * @param elements left out: the body is the list of them
 */
export function batch(
	call: Call,
	shape: 'array' | 'object',
	write: (element: Body) => Body,
	elements = call.body as readonly Body[],
): Answer {
	const struck = call.fault?.fault === 'item-exception' ? (call.fault.items ?? [0]) : [];
	const items = elements.map((element, index) => {
		try {
			if (struck.includes(index)) {
				const { code = 400, message = 'The element was refused.' } = call.fault ?? {};
				throw new Refusal(400, code, message);
			}
			return { data: write(element), exceptions: shape === 'array' ? [] : {} };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			if (error.violation) call.violation(`element ${index}: ${error.message}`);
			const exception = { code: error.code, message: error.message };
			return { exceptions: shape === 'array' ? [exception] : exception };
		}
	});
	return ok({ items });
}
