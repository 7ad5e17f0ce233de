import { previewed, type Outcome, type PinterestAdsError, type WorkerContext } from '../index.ts';
import type { Answer } from './command.mts';
import { exitOfMany } from './exitCodes.mts';
import type { Line } from './format.mts';

/** Failures that are told one by one; the others are counted. */
const MOST_TOLD = 10;

interface Told {
	/** What one input is called: "event". */
	readonly noun: string;
	/** Fields of a record that a table has. */
	readonly columns: readonly string[];
	/** What else of a record a table or CSV has. */
	readonly more?: (record: Line) => Line;
	/** What counts as failed although it was answered. */
	readonly isBad?: (record: Line) => boolean;
}

/** Runs a task of many inputs, or only looks what it would do. */
export async function outcomesOf(
	context: WorkerContext,
	task: (context: WorkerContext) => Promise<ReadonlyArray<Outcome<unknown>>>,
): Promise<ReadonlyArray<Outcome<unknown>>> {
	return context.preview ? await previewed(context, task) : await task(context);
}

/** One element for each input, in their order, with what became of it. */
export function answerOf(
	outcomes: ReadonlyArray<Outcome<unknown>>,
	{ noun, columns, more = () => ({}), isBad = () => false }: Told,
): Answer {
	const errors: PinterestAdsError[] = [];
	const failures: string[] = [];
	const warnings: string[] = [];
	const json: Line[] = [];
	const lines: Line[] = [];
	for (const [n, outcome] of outcomes.entries()) {
		const item = n + 1;
		if (outcome.ok) {
			const record = outcome.record as Line;
			json.push({ item, ok: true, ...record });
			lines.push({ item, ok: true, ...record, ...more(record) });
			const said = Array.isArray(record.warnings) ? (record.warnings as unknown[]) : [];
			warnings.push(...said.map((warning) => `${noun} ${item}: ${String(warning)}`));
			continue;
		}
		const { error } = outcome;
		errors.push(error);
		failures.push(inWords(error, `${noun} ${item}: `));
		json.push({ item, ok: false, error: error.toRecord() });
		const { message, kind, hint } = error;
		lines.push({ item, ok: false, error: message, kind, hint });
	}
	const left = failures.length - MOST_TOLD;
	const someAreBad = outcomes.some(
		({ ok, ...one }) => ok && 'record' in one && isBad(one.record as Line),
	);
	const exit = exitOfMany(errors, outcomes.length);
	return {
		...{ json, lines, warnings },
		columns: ['item', 'ok', ...columns, 'would', 'error'],
		failures: [...failures.slice(0, MOST_TOLD), ...(left > 0 ? [`and ${left} more failed`] : [])],
		exit: exit === 0 && someAreBad ? 1 : exit,
	};
}

/** What went wrong and what to do, for whoever typed the command. */
export function inWords({ kind, message, hint }: PinterestAdsError, before = ''): string {
	const where =
		kind === 'token-expired' ? ' Put it into PINTEREST_ACCESS_TOKEN or the token file.' : '';
	return `${before}${message}${hint === '' ? '' : `\n  What to do: ${hint}${where}`}`;
}
