import type { Came, Script, Step } from './types';

/**
 * Runs a script up to the first step that has not been taken yet.
 * @param came what came of the steps before it, in their order
 */
export function replay<Result>(
	script: Script<Result>,
	came: readonly Came[],
): { readonly next: Step } | { readonly result: Result } {
	let turn = script.next();
	for (const past of came) {
		if (turn.done) break;
		turn = script.next(past);
	}
	return turn.done ? { result: turn.value } : { next: turn.value };
}
