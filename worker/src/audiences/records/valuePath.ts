import type { JsonObject } from '../../client/readers';

/**
 * The values at a path such as `contacts[0].email`. Where the path leads through an array without
 * an index (or by `[]`, `[*]`), the values in all of its elements. What is not there is left out.
 */
export function valuesAt(value: unknown, path: string): unknown[] {
	const whole = path.trim();
	// A property may have a dot in its name.
	if (has(value, whole)) return [value[whole]];
	const steps = whole.split(/\.|\[([^\]]*)\]/).filter((step) => step !== undefined);
	return steps.reduce<unknown[]>(
		(values, step) =>
			step === '' || step === '*' ? values : values.flatMap((one) => into(one, step)),
		[value],
	);
}

function into(value: unknown, step: string): unknown[] {
	const name = step.trim().replace(/^(["'])(.*)\1$/, '$2');
	if (Array.isArray(value) && !/^\d+$/.test(name)) return value.flatMap((one) => into(one, step));
	return has(value, name) ? [value[name]] : [];
}

/** Own properties only: `constructor` is not a place for records. */
function has(value: unknown, name: string): value is JsonObject {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}
