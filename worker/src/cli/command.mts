import type { Option } from 'commander';
import type { WorkerContext } from '../index.ts';
import type { Line } from './format.mts';
import type { Progress } from './progress.mts';

/** What was typed, and what to do it with. */
export interface Call {
	readonly context: WorkerContext;
	readonly progress: Progress;
	/** What stands behind the command, besides options. */
	readonly args: readonly string[];
	readonly options: Readonly<Record<string, unknown>>;
}

/** What a command gives out. */
export interface Answer {
	readonly json: unknown;
	/** The same for CSV and tables. */
	readonly lines: readonly Line[];
	/** What of that a table on a terminal has; left out: all. */
	readonly columns?: readonly string[];
	/** Whether it is one thing, which a table has from top to bottom. */
	readonly isOne?: boolean;
	/** What a person should know although it worked. */
	readonly warnings?: readonly string[];
	/** Why something failed, for people: what, and what to do. */
	readonly failures?: readonly string[];
	readonly exit: number;
}

export interface Command {
	readonly name: string;
	readonly summary: string;
	readonly description: string;
	/** As commander writes it: `[file]`, `[campaigns...]`. */
	readonly argument?: readonly [form: string, description: string];
	readonly options: readonly Option[];
	/** Whether it changes something at Pinterest: then it can be previewed. */
	readonly writes?: boolean;
	/** Whether what it does may spend money. */
	readonly spends?: boolean;
	readonly examples: readonly string[];
	run(call: Call): Promise<Answer>;
}
