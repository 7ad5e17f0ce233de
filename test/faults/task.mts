import { describeCase, pairCases, singleCases } from './faultCases.mts';
import type { FaultJudge } from './judge.mts';
import { subjectNamed } from './subjects.mts';
import { count, newTally, type Tally } from './tally.mts';

/** A part of the cases of a subject. */
export interface Task {
	readonly subject: string;
	readonly faults: 'single' | 'pairs';
	readonly part: number;
	/** Every so manieth case. */
	readonly of: number;
}

/** @param alive is told now and then that it goes on */
export async function runTask(
	judge: FaultJudge,
	{ subject: name, faults, part, of }: Task,
	alive: () => void = () => undefined,
): Promise<Tally> {
	const subject = subjectNamed(name);
	const rehearsal = await judge.rehearsal(subject);
	const all = faults === 'single' ? singleCases(subject, rehearsal) : pairCases(subject, rehearsal);
	const tally = newTally();
	for (const one of all.filter((_, n) => n % of === part)) {
		count(tally, describeCase(one), await judge.judge(one));
		if (tally.cases % 100 === 0) alive();
	}
	return tally;
}
