import type { FaultRule, Simulator } from '../../simulator/simulator.mts';
import type { Outcome, PinterestAdsError } from '../../worker/src/index.ts';
import { recordsOf } from './campaigns/campaignsOnSimulator.mts';

/** Faults that strike each request of a task in turn, once or for good. */

/** `once`: it strikes that request. `for good`: that request and all later ones, as after a kill. */
type Lasting = 'once' | 'for good';
const FAULTS: Array<[string, FaultRule]> = [
	['429 beyond the cap', { fault: '429', resetSeconds: 3600 }],
	...(['500', '502', '503', 'html', 'hang', 'cut-before', 'cut-after', 'truncated'] as const).map(
		(fault): [string, FaultRule] => [fault, { fault }],
	),
	['item-exception', { fault: 'item-exception', items: [0], code: 2384, message: 'Refused.' }],
	['item-exception of the last', { fault: 'item-exception', items: [1, 2], message: 'Refused.' }],
];
/** One of each sort is enough to last: refused, unanswered, cut before and after, by element. */
const ALSO_FOR_GOOD = ['429', '500', 'hang', 'cut-before', 'cut-after', 'item-exception'];
const LASTINGS: Array<[Lasting, typeof FAULTS]> = [
	['once', FAULTS],
	['for good', FAULTS.filter(([, { fault }]) => ALSO_FOR_GOOD.includes(fault))],
];

/** What Pinterest was asked, in order: `GET campaigns`, `POST ad_groups`. */
export const requestsTo = (simulator: Simulator): string[] =>
	simulator
		.ledger()
		.map(({ method, path }) => `${method} ${/[a-z_]+(?=(\/\d+)?$)/.exec(path.split('?')[0])?.[0]}`);

/** Of these requests those that create, with their places. */
export const creates = (requests: readonly string[]) =>
	requests.flatMap((request, n) => (request.startsWith('POST') ? [{ request, n }] : []));

interface Task<Record> {
	/** The requests that it makes where nothing fails. */
	readonly requests: readonly string[];
	readonly simulator: () => Simulator;
	readonly prepare?: () => Promise<void>;
	readonly run: () => Promise<ReadonlyArray<Outcome<Record>>>;
	/** Everything is there once, and the record says so. */
	readonly expectComplete: (record: Record) => void;
	/** The error says what exists and what to do, and nothing is half done that costs. */
	readonly expectHelpful: (error: PinterestAdsError) => void;
}

/** Every fault at every request of a task, then the same task again, which has to complete it. */
export function describeEveryFault<Record>(task: Task<Record>): void {
	const { requests, prepare, run, expectComplete, expectHelpful } = task;
	const steps = requests.map((request, n) => ({ request, n }));
	describe.each(steps)('request $n, $request', ({ n, request }) => {
		describe.each(LASTINGS)('struck %s', (lasting, faults) => {
			it.each(faults)('by %s', async (_name, rule) => {
				await prepare?.();
				const strikes = lasting === 'once' ? { count: 1 } : {};
				task.simulator().addFault({ ...rule, ...strikes, after: n });
				const [outcome] = await run();
				const isRefusal = rule.fault === 'item-exception';
				// Only writes have elements to refuse.
				const isStruck = !isRefusal || (rule.code !== undefined && !request.startsWith('GET'));
				if (lasting === 'for good' && isStruck) expect(outcome.ok).toBe(false);
				if (outcome.ok) expectComplete(outcome.record);
				else expectHelpful(outcome.error);
				task.simulator().clearFaults();
				const [record] = recordsOf(await run());
				expectComplete(record);
			});
		});
	});
}
