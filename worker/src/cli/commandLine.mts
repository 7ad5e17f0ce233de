import { Command as Program, CommanderError } from 'commander';
import { isPinterestAdsError } from '../index.ts';
import { quoted } from '../port/index.ts';
import type { Answer, Command } from './command.mts';
import { check } from './commands/check.mts';
import { diagnose } from './commands/diagnose.mts';
import { launch } from './commands/launch.mts';
import { metrics } from './commands/metrics.mts';
import { send } from './commands/send.mts';
import {
	inputFormatOption,
	limitOptions,
	previewOption,
	sharedOptions,
} from './commands/sharedOptions.mts';
import { sync } from './commands/sync.mts';
import { EXIT, exitOf } from './exitCodes.mts';
import { asCsv, asJson, asList, asTable, type Format } from './format.mts';
import { inWords } from './itemAnswers.mts';
import { Progress } from './progress.mts';
import { openSession } from './session.mts';
import { UsageError } from './usageError.mts';

const COMMANDS: readonly Command[] = [check, sync, send, metrics, launch, diagnose];

const AFTER_HELP = `
Environment:
  PINTEREST_ACCESS_TOKEN   the access token; never an argument, which others could see
  PINTEREST_TOKEN_FILE     or the file that holds it; JSON with app_id, app_secret and
                           refresh_token is renewed when it has to be
  PINTEREST_AD_ACCOUNT_ID  the ad account
  PINTEREST_API_URL        sandbox, or the address of a test server; else Pinterest's own
  PINTEREST_CONFIG         the config file

Exit codes:
  0  all fine
  1  some of it failed, or a diagnosed campaign cannot deliver
  2  wrong options, unreadable file, or an input that has to change
  3  not connected: no token, a refused one, or one that may not do this
  4  Pinterest cannot be reached or asks to wait: run it again later
  5  the answer to a create was lost: look in Ads Manager before you run it again
`;

/**
 * Runs one command.
 * @param args what was typed after the program's name
 * @returns the exit code, see {@link EXIT}
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
	let exit: number = EXIT.fine;
	const program = new Program('illixis-pinterest')
		.description('Pinterest Ads from the command line: audiences, conversions, metrics, campaigns.')
		.addHelpText('after', AFTER_HELP)
		.showHelpAfterError('Run it with --help to see what there is.')
		.exitOverride()
		.configureOutput({ writeErr: (text) => process.stderr.write(withoutValues(text)) });
	for (const command of COMMANDS) {
		const sub = program
			.command(command.name)
			.summary(command.summary)
			.description(command.description)
			.addHelpText('after', examplesOf(command))
			.action(async () => {
				exit = await run(command, sub.args, sub.opts());
			});
		if (command.argument) sub.argument(...command.argument);
		const ofInput = command.argument?.[0] === '[file]' ? [inputFormatOption()] : [];
		const ofWrites = command.writes ? [previewOption()] : [];
		const ofSpending = command.spends ? limitOptions() : [];
		const options = [
			...command.options,
			...ofInput,
			...ofWrites,
			...ofSpending,
			...sharedOptions(),
		];
		for (const option of options) sub.addOption(option);
	}
	try {
		await program.parseAsync(args, { from: 'user' });
		return exit;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.wrongInput;
		throw error;
	}
}

/** Somebody may have typed a token as the value of an option that does not exist. */
const withoutValues = (text: string) => quoted(text.replace(/'(--?[\w-]+)=[^']*'/g, "'$1'"), 2000);

const examplesOf = ({ examples }: Command) =>
	`\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${examples.map((line) => `  ${line}\n`).join('')}`;

async function run(
	command: Command,
	args: readonly string[],
	options: Readonly<Record<string, unknown>>,
): Promise<number> {
	const progress = new Progress(process.stderr, options.quiet === true);
	const interrupt = new AbortController();
	const stop = () => interrupt.abort();
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	try {
		const context = await openSession(options, progress, interrupt.signal);
		const answer = await command.run({ context, progress, args, options });
		progress.clear();
		await write(answer, formatOf(options.format));
		for (const warning of answer.warnings ?? []) progress.say(`Warning: ${warning}`);
		for (const failure of answer.failures ?? []) progress.say(`Failed: ${failure}`);
		return answer.exit;
	} catch (error) {
		progress.clear();
		const { text, exit } = troubleOf(error);
		progress.say(`Error: ${text}`);
		return exit;
	} finally {
		process.off('SIGINT', stop);
		process.off('SIGTERM', stop);
	}
}

function troubleOf(error: unknown): { text: string; exit: number } {
	if (isPinterestAdsError(error)) return { text: inWords(error), exit: exitOf(error) };
	if (error instanceof UsageError) {
		return { text: `${error.message}\n  What to do: ${error.hint}`, exit: error.exit };
	}
	// A defect: what it says may hold anything.
	const said = quoted(
		error instanceof Error ? (error.stack ?? error.message) : String(error),
		2000,
	);
	return { text: `something unexpected happened: ${said}`, exit: EXIT.someFailed };
}

const formatOf = (given: unknown): Format =>
	(given as Format | undefined) ?? (process.stdout.isTTY ? 'table' : 'json');

async function write(answer: Answer, format: Format): Promise<void> {
	const text = textOf(answer, format);
	await new Promise<void>((resolve, reject) => {
		// Whoever reads only the beginning, such as head, has what it wanted.
		process.stdout.once('error', (error: NodeJS.ErrnoException) =>
			error.code === 'EPIPE' ? resolve() : reject(error),
		);
		process.stdout.write(text, () => resolve());
	});
}

function textOf({ json, lines, columns, isOne }: Answer, format: Format): string {
	if (format === 'json') return asJson(json);
	if (format === 'csv') return asCsv(lines);
	const [first] = lines;
	if (!isOne || !columns) return asTable(lines, columns);
	return asList(Object.fromEntries(columns.map((name) => [name, first[name]])));
}
