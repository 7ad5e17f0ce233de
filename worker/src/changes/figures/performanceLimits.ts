import type { WatchedChanges } from '../watchedChanges';
import { costLimit, roasLimit, type PerformanceLimit } from './performanceChanges';

/** The limits that cost per conversion and ROAS are compared with, those of them that are watched. */
export function limitsOf({ performance }: WatchedChanges): {
	readonly cost?: PerformanceLimit;
	readonly roas?: PerformanceLimit;
} {
	const { cost, roas } = performance ?? {};
	return {
		...(cost && { cost: costLimit(cost.micro) }),
		...(roas !== undefined && { roas: roasLimit(roas) }),
	};
}
