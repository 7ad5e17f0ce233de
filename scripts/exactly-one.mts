import assert from 'node:assert/strict';

/** The only one there is. @throws with the number of them, if there are none or several */
export function exactlyOne<T>(found: readonly T[], what: string): T {
	assert.equal(
		found.length,
		1,
		`there should be exactly one ${what}, but there are ${found.length}`,
	);
	return found[0];
}
