import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { OfflineNode, OfflineRun } from './offlineNode.mts';
import { faultNamed } from './faultRules.mts';
import type { FaultCase } from './faultCases.mts';
import { problemsOfError, toldErrors, type Told } from './errors.mts';
import { prepared, rehearse, type Rehearsal } from './rehearsal.mts';
import { subjectNamed, type Subject } from './subjects.mts';
import { differences, notAsSaid, notToldOf } from './saying.mts';
import { holdingsOf, twins, type Holdings } from './world.mts';

/** How a run ended: all done all the same, refused and said so, or said that nobody knows. */
export type Ending = 'succeeded' | 'failed' | 'unknown';

export interface Verdict {
	readonly ending: Ending;
	/** By the simulator's clock. */
	readonly minutes: number;
	readonly requests: number;
	/** What was wrong; empty where all is well. */
	readonly problems: readonly string[];
}

/** In virtual time. A run that only one request is made in may wait four times for an answer. */
const MOST_MINUTES = 60;
/** By the machine's clock: a run that takes longer hangs, since it waits for nothing. */
const MOST_REAL_MS = 20_000;

/** n8n gives each of its own regular expressions a moment only, which passes on a machine that is busy. */
export const HURRIED = /Regular expression execution timed out/;
const A_MOMENT_MS = 200;

/** What the judge itself cannot make sense of is wrong, too. */
const broken = (error: unknown): Verdict => ({
	...{ ending: 'failed', minutes: 0, requests: 0 },
	problems: [String((error as Error).stack ?? error)],
});

/** Judges runs of the node under faults: by the simulator's ledger, by what is there, and by what was said. */
export class FaultJudge {
	private readonly node: OfflineNode;
	private readonly rehearsals = new Map<string, Rehearsal>();

	constructor(node: OfflineNode) {
		this.node = node;
	}

	async rehearsal(subject: Subject): Promise<Rehearsal> {
		const known = this.rehearsals.get(subject.name) ?? (await rehearse(this.node, subject));
		this.rehearsals.set(subject.name, known);
		return known;
	}

	async rehearsalOf(subject: string): Promise<Rehearsal> {
		return await this.rehearsal(subjectNamed(subject));
	}

	async judge(one: FaultCase, tries = 5): Promise<Verdict> {
		const verdict = await this.judgeOnce(one).catch(broken);
		const isHurried = verdict.problems.some((problem) => HURRIED.test(problem));
		if (!isHurried || tries === 0) return verdict;
		await setTimeout(A_MOMENT_MS);
		return await this.judge(one, tries - 1);
	}

	private async judgeOnce(one: FaultCase): Promise<Verdict> {
		const { simulator } = this.node;
		const subject = subjectNamed(one.subject);
		const rehearsal = await this.rehearsal(subject);
		const run = await prepared(this.node, subject);
		const before = holdingsOf(simulator);
		this.arm(one);
		const since = simulator.now();
		const done = await inTime(run());
		const minutes = (simulator.now() - since) / 60_000;
		const requests = simulator.ledger().length;
		const now = holdingsOf(simulator);
		const errors = toldErrors(done);
		const problems = [
			...this.violations(),
			...twins(before, now).map((twin) => `made twice: ${twin}`),
			...(minutes > MOST_MINUTES ? [`took ${Math.round(minutes)} minutes`] : []),
			...errors.flatMap(problemsOfError),
			...(errors.length === 0
				? isAnyAnswerFine(one)
					? []
					: notAsSaid(rehearsal, done, before, now)
				: notToldOf(done, errors, before, now)),
		];
		const ending = endingOf(errors);
		if (problems.length === 0 && (subject.resumes || ending === 'failed')) {
			problems.push(...(await this.again(subject, rehearsal, run, before)));
		}
		return { ending, minutes, requests, problems };
	}

	private arm({ strikes, lasting }: FaultCase): void {
		for (const { fault, at } of strikes) {
			const times = lasting === 'once' ? { count: 1 } : {};
			this.node.simulator.addFault({ ...faultNamed(fault).rule, ...times, after: at });
		}
	}

	/** The same once more without faults, which has to bring about what it always does. */
	private async again(
		{ resumes }: Subject,
		rehearsal: Rehearsal,
		run: () => Promise<OfflineRun>,
		before: Holdings,
	): Promise<string[]> {
		const { simulator } = this.node;
		simulator.clearFaults();
		const changed = !isDeepStrictEqual(before, holdingsOf(simulator));
		// What was done for some of several items is there, and would be there twice.
		if (changed && !resumes) return [];
		const done = await inTime(run());
		const [error] = toldErrors(done);
		if (error) return [`run again: ${error.message}`];
		const now = holdingsOf(simulator);
		return [
			...this.violations(),
			...twins(before, now).map((twin) => `made twice by running it again: ${twin}`),
			...differences(rehearsal, before, now).map((one) => `run again: ${one}`),
		];
	}

	private violations = (): string[] =>
		this.node.simulator
			.violations()
			.map(({ operation, violation }) => `violation, ${operation}: ${violation}`);
}

async function inTime(work: Promise<OfflineRun>): Promise<OfflineRun> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<OfflineRun>((done) => {
		const error = new Error(`no end after ${MOST_REAL_MS} ms`);
		timer = globalThis.setTimeout(() => done({ items: [], hints: [], error }), MOST_REAL_MS);
	});
	const done = await Promise.race([work, late]);
	clearTimeout(timer);
	return done;
}

function endingOf(errors: readonly Told[]): Ending {
	if (errors.length === 0) return 'succeeded';
	return errors.some(({ kind }) => kind === 'outcome-unknown') ? 'unknown' : 'failed';
}

/** Which tells what Pinterest answers, whatever that is. */
const TELLS_ANSWERS = /^(?:api:call|connection:check)\b/;
/** An answer that is made up may well say that there is nothing. */
const isAnyAnswerFine = ({ subject, strikes }: FaultCase) =>
	TELLS_ANSWERS.test(subject) || strikes.some(({ fault }) => /answer/.test(fault));
