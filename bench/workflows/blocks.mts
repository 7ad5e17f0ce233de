import type { NodeRun } from '../../scripts/n8n/executions.mts';
import { measured, type Measurement } from '../shared/report.mts';
import type { Block } from './seen.mts';
import type { WatchedRun } from './watchedN8n.mts';

type Timed = NodeRun & { readonly startTime: number };

/** The longest time in which n8n could do nothing else, and the node that was at work then. */
export function longestBlock(name: string, run: WatchedRun): Measurement[] {
	const longest = run.blocks.toSorted((one, other) => other.ms - one.ms)[0];
	if (!longest) return [measured(`${name}, longest block`, 0, 'ms')];
	return [
		measured(`${name}, longest block: ${placeOf(longest, run.execution)}`, longest.ms, 'ms'),
		measured(`${name}, CPU time of that thread in it`, longest.cpuMs, 'ms'),
	];
}

function placeOf({ end, ms }: Block, { data }: WatchedRun['execution']): string {
	const runs = Object.entries(data?.resultData.runData ?? {}).flatMap(([node, all]) =>
		(all as Timed[]).map(({ startTime, executionTime }) => {
			const from = Math.max(startTime, end - ms);
			const to = Math.min(startTime + executionTime, end);
			return { node, shared: to - from, after: startTime + executionTime };
		}),
	);
	const [most] = runs.toSorted((one, other) => other.shared - one.shared);
	if (most && most.shared > ms / 2) return most.node;
	const before = runs
		.filter(({ after }) => after <= end - ms / 2)
		.toSorted((one, other) => other.after - one.after)[0];
	return before ? `after ${before.node}` : 'before the first node';
}
