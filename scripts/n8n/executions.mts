import { setTimeout as sleep } from 'node:timers/promises';

/** An execution as n8n has recorded it. */
export interface Execution {
	readonly id: string;
	readonly workflowId: string;
	/** How it was started: `manual` from the editor, everything else is production. */
	readonly mode: string;
	readonly status: string;
	readonly startedAt: string;
	readonly data?: ExecutionData;
}

export interface ExecutionData {
	readonly resultData: {
		readonly error?: { readonly message: string; readonly description?: string };
		readonly lastNodeExecuted?: string;
		readonly runData?: Readonly<Record<string, NodeRun[]>>;
	};
}

/** One run of a node within an execution. */
export interface NodeRun {
	readonly executionTime: number;
	readonly data?: { readonly main: ReadonlyArray<readonly Item[] | null> };
}

interface Item {
	readonly json: Json;
}

type Json = Record<string, unknown>;

/** What can be asked of n8n about executions. */
interface Recorder {
	runManually(id: string, trigger: string): Promise<Execution>;
	executions(workflowId: string): Promise<Execution[]>;
	execution(id: string): Promise<Execution>;
}

const HAVE_NOT_ENDED = ['new', 'running', 'waiting'];
const RECORD_PATIENCE_MS = 60_000;

export const hasEnded = ({ status }: Execution) => !HAVE_NOT_ENDED.includes(status);

/** Of executions that have ended, in SQL. */
export const ENDED = `status NOT IN (${HAVE_NOT_ENDED.map((status) => `'${status}'`).join(', ')})`;

/** What a node has given out at one of its outputs, in its first run. */
export function outputOf({ data }: Pick<Execution, 'data'>, node: string, output = 0): Json[] {
	const [run] = data?.resultData.runData?.[node] ?? [];
	return (run?.data?.main[output] ?? []).map(({ json }) => json);
}

/** Runs a workflow from its manual trigger, as the button in the editor does, and waits for its end. */
export async function runToItsEnd(
	api: Recorder,
	workflowId: string,
	trigger: string,
	patienceMs = 180_000,
): Promise<Execution> {
	let execution = await api.runManually(workflowId, trigger);
	const deadline = Date.now() + patienceMs;
	while (!hasEnded(execution)) {
		if (Date.now() > deadline) throw new Error(`${workflowId} does not end: ${execution.status}`);
		await sleep(100);
		execution = await api.execution(execution.id);
	}
	return execution;
}

export async function executionIds(
	api: Recorder,
	workflowId: string,
): Promise<ReadonlySet<string>> {
	return new Set((await api.executions(workflowId)).map(({ id }) => id));
}

/**
 * The execution that has come since these were all, when it has ended: n8n writes one down a moment after it
 * has answered.
 */
export async function newExecution(
	api: Recorder,
	workflowId: string,
	before: ReadonlySet<string>,
): Promise<Execution> {
	const deadline = Date.now() + RECORD_PATIENCE_MS;
	for (;;) {
		const execution = (await api.executions(workflowId)).find(({ id }) => !before.has(id));
		if (execution && hasEnded(execution)) return execution;
		if (Date.now() > deadline) {
			throw new Error(
				execution
					? `Execution ${execution.id} did not end.`
					: `n8n has recorded no execution of ${workflowId}.`,
			);
		}
		await sleep(100);
	}
}
