import type { OfflineNode, OfflineRun } from '../faults/offlineNode.mts';
import { HURRIED } from '../faults/judge.mts';
import { problemsOfError, toldErrors } from '../faults/errors.mts';
import { holdingsOf, twins, type Holdings } from '../faults/world.mts';
import { POLLUTION } from './hostile.mts';

/** By the machine's clock. What takes quadratic time takes hours for what is sent here. */
const MOST_REAL_MS = 20_000;
/** By the simulator's. */
const MOST_MINUTES = 120;

/**
 * What was wrong with a run that was given nonsense: anything but a clear error or a right request.
 * @param run starts it
 * @param asksAnything whether it sends what somebody has written, whatever that is
 * @param onlyOnce whether nothing may be there twice that is new
 */
export async function problemsOf(
	{ simulator }: OfflineNode,
	before: Holdings,
	run: () => Promise<OfflineRun>,
	{ onlyOnce = true, asksAnything = false } = {},
): Promise<string[]> {
	const [since, virtually] = [performance.now(), simulator.now()];
	const done = await run();
	const [took, minutes] = [performance.now() - since, (simulator.now() - virtually) / 60_000];
	const problems = [
		...toldErrors(done).flatMap(problemsOfError),
		...simulator
			.violations()
			.filter(({ violation }) => !asksAnything && !LED_ASTRAY.test(violation))
			.map(({ operation, violation }) => `${operation}: ${violation}`),
		...(onlyOnce ? twins(before, holdingsOf(simulator)) : []).map((twin) => `made twice: ${twin}`),
		...(took > MOST_REAL_MS ? [`took ${Math.round(took / 1000)} s`] : []),
		...(minutes > MOST_MINUTES ? [`took ${Math.round(minutes)} minutes`] : []),
		...pollution(),
		...unwritable(done),
	];
	return problems.filter((problem) => !HURRIED.test(problem));
}

/** Wherever Pinterest's answer, or whoever writes a rule as JSON, has led it. */
const LED_ASTRAY = /^Invalid bookmark|requestBody\/rule\/|\/currency: must be equal/;

const OWN_NAMES = Object.getOwnPropertyNames(Object.prototype).join();

function pollution(): string[] {
	const isClean =
		!(POLLUTION in {}) && Object.getOwnPropertyNames(Object.prototype).join() === OWN_NAMES;
	delete (Object.prototype as Record<string, unknown>)[POLLUTION];
	return isClean ? [] : ['every object has got what came in'];
}

/** n8n writes every output down as JSON. */
function unwritable({ items }: OfflineRun): string[] {
	try {
		JSON.stringify(items);
		return [];
	} catch (error) {
		return [`an output that cannot be written down: ${String(error)}`];
	}
}
