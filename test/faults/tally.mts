import type { Ending, Verdict } from './judge.mts';

/** What came of many cases. */
export interface Tally {
	cases: number;
	readonly endings: Record<Ending, number>;
	/** Cases with which something was wrong, in words. */
	wrong: number;
	readonly problems: string[];
	/** The longest, in virtual time. */
	minutes: number;
	/** The most requests of a run. */
	requests: number;
}

/** So many problems are told; the rest is counted. */
const TOLD = 25;

export const newTally = (): Tally => ({
	...{ cases: 0, wrong: 0, problems: [], minutes: 0, requests: 0 },
	endings: { succeeded: 0, failed: 0, unknown: 0 },
});

export function count(tally: Tally, name: string, verdict: Verdict): void {
	const { ending, minutes, requests, problems } = verdict;
	tally.cases += 1;
	tally.endings[ending] += 1;
	tally.minutes = Math.max(tally.minutes, minutes);
	tally.requests = Math.max(tally.requests, requests);
	if (problems.length === 0) return;
	tally.wrong += 1;
	if (tally.problems.length < TOLD) tally.problems.push(`${name}\n\t${problems.join('\n\t')}`);
}

export function added(tallies: readonly Tally[]): Tally {
	const sum = newTally();
	for (const { cases, endings, wrong, problems, minutes, requests } of tallies) {
		sum.cases += cases;
		sum.wrong += wrong;
		for (const [ending, n] of Object.entries(endings)) sum.endings[ending as Ending] += n;
		sum.problems.push(...problems);
		sum.minutes = Math.max(sum.minutes, minutes);
		sum.requests = Math.max(sum.requests, requests);
	}
	return sum;
}

const HEAD = ['Operation', 'Cases', 'Done all the same', 'Failed', 'Unknown', 'Wrong', 'Minutes'];

/** A line for each operation, and one for all. */
export function rowsOf(byOperation: ReadonlyMap<string, Tally>): string[][] {
	const row = (name: string, { cases, endings, wrong, minutes }: Tally) => [
		...[name, `${cases}`, `${endings.succeeded}`, `${endings.failed}`, `${endings.unknown}`],
		...[`${wrong}`, minutes.toFixed(0)],
	];
	const all = [...byOperation].sort(([a], [b]) => (a < b ? -1 : 1));
	return [
		HEAD,
		...all.map(([name, tally]) => row(name, tally)),
		row('All', added([...byOperation.values()])),
	];
}
