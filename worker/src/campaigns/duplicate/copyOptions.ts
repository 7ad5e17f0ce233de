import type { DuplicateInput } from './duplicateFields';
import type { Scale } from './copiedAmounts';
import type { Window } from './copiedWindow';
import type { Target } from './lookUpTarget';
import type { Findings } from './notCarried';

/** What the parts of a copy are made with. */
export interface CopyOptions {
	/** Of the campaign. */
	readonly name: string;
	/** In place of the original's. */
	readonly given: Window;
	readonly amounts: Pick<
		DuplicateInput,
		'dailySpendCap' | 'lifetimeSpendCap' | 'adGroupBudget' | 'bid'
	>;
	readonly useSuccessor: DuplicateInput['useSuccessor'];
	readonly scale: Scale;
	readonly target: Target;
	/** What is told of the copy. */
	readonly findings: Findings;
	/** Milliseconds. */
	readonly now: number;
}
