import { nextTime, readCron } from '../../../automation/cron';
import type { DashboardWorkflow } from '../dashboardInput';

export interface NextRun {
	readonly name: string;
	/** Undefined where its time cannot be read. */
	readonly at?: number;
	readonly state: DashboardWorkflow['state'];
}

export interface Schedules {
	/** The next one first; what does not run comes last. */
	readonly runs: readonly NextRun[];
	/** What is not there or not published, with what does not happen for that reason. */
	readonly missing: readonly DashboardWorkflow[];
	/** Whether n8n was asked what is published. */
	readonly isKnown: boolean;
}

export function schedulesOf(workflows: readonly DashboardWorkflow[], now: number): Schedules {
	const isOff = ({ state }: { readonly state: string }) => state.startsWith('not ');
	const runs = workflows
		.filter(({ crons }) => crons.length > 0)
		.map(({ name, state, crons }) => ({ name, state, at: nextOf(crons, now) }));
	return {
		runs: runs.sort(
			(a, b) => Number(isOff(a)) - Number(isOff(b)) || (a.at ?? Infinity) - (b.at ?? Infinity),
		),
		missing: workflows.filter(isOff),
		isKnown: workflows.some(({ state }) => state !== 'unknown'),
	};
}

function nextOf(crons: readonly string[], now: number): number | undefined {
	const times = crons.flatMap((cron) => {
		try {
			return nextTime(readCron(cron), now) ?? [];
		} catch {
			// An expression of the user's own, which the trigger refuses as well.
			return [];
		}
	});
	return times.length === 0 ? undefined : Math.min(...times);
}
