import type { INode } from 'n8n-workflow';
import type { UsedUp } from '../../../worker/src';

const known = new Map<string, UsedUp>();

/**
 * Which of Pinterest's limits a credential has used up: one for all runs of this process. A workflow that calls another one
 * for each audience has as many runs, each of which would find out by being refused. It is forgotten with the process.
 */
export function usedUpLimitsOf({ credentials }: INode, type: string): UsedUp | undefined {
	const id = credentials?.[type]?.id;
	if (!id) return undefined;
	const limits = known.get(id) ?? new Map();
	known.set(id, limits);
	return limits;
}
