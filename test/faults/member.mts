// One of the processes of `npm run test:faults`: takes tasks from main.mts, and tells what came of them.
import { FaultJudge } from './judge.mts';
import { offlineNode } from './offlineNode.mts';
import { runTask, type Task } from './task.mts';

const tell = (message: object) => process.send?.(message);

// One is a failure of the case that it comes up in, as near as anybody can tell.
let unhandled: string[] = [];
process.on('unhandledRejection', (error) =>
	unhandled.push(String((error as Error)?.stack ?? error)),
);

const judge = new FaultJudge(await offlineNode());
process.on('message', (task: Task) => {
	void runTask(judge, task, () => tell({ alive: true })).then(
		(tally) => {
			const late = unhandled.map((what) => `${task.subject}\n\tunhandled rejection: ${what}`);
			unhandled = [];
			tell({
				tally: {
					...tally,
					wrong: tally.wrong + late.length,
					problems: [...tally.problems, ...late],
				},
			});
		},
		(error: unknown) => tell({ failed: String((error as Error).stack ?? error) }),
	);
});
process.on('disconnect', () => process.exit());
tell({ ready: true });
