import { pairCases, describeCase, singleCases } from '../../faults/faultCases.mts';
import { NOT_PLAYED } from '../../faults/faultRules.mts';
import { FaultJudge } from '../../faults/judge.mts';
import { offlineNode } from '../../faults/offlineNode.mts';
import { NOT_STRUCK, OPERATIONS, SUBJECTS } from '../../faults/subjects.mts';

/**
 * A sample of `npm run test:faults`, the same one each time: of each operation every so manieth of its cases. See
 * docs/reliability.md.
 */

/** Of a subject at most. */
const CASES = 12;
const PAIRS = 40;

/** A stride that has no divisor in common with how the cases are laid out, so that each fault is met somewhere. */
function sampled<T>(all: readonly T[], most: number, from: number): T[] {
	const stride = Math.max(1, Math.floor(all.length / most) | 1);
	return all.filter((_, n) => n % stride === from % stride).slice(0, most);
}

let judge: FaultJudge;
beforeAll(async () => {
	judge = new FaultJudge(await offlineNode());
});

it('plays every fault that the simulator knows, on every operation that asks Pinterest', () => {
	expect(NOT_PLAYED).toEqual([]);
	const struck = new Set(SUBJECTS.map(({ operation }) => operation));
	const neither = OPERATIONS.filter((name) => !struck.has(name) && !(name in NOT_STRUCK));
	expect(neither).toEqual([]);
});

it.each(SUBJECTS.map((subject, n) => ({ ...subject, n })))(
	'$name tells the truth under faults, loses nothing and makes nothing twice',
	async ({ n, ...subject }) => {
		const rehearsal = await judge.rehearsal(subject);
		const cases = [
			...sampled(singleCases(subject, rehearsal), CASES, n),
			...sampled(pairCases(subject, rehearsal), PAIRS, n),
		];
		expect(cases.length).toBeGreaterThan(0);
		const wrong: string[] = [];
		for (const one of cases) {
			const { problems } = await judge.judge(one);
			if (problems.length > 0) wrong.push(`${describeCase(one)}: ${problems.join('; ')}`);
		}
		expect(wrong).toEqual([]);
	},
);
