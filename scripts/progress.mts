/** What the terminal shows while something long is running, apart from what a command prints. */

const REPORT_EVERY_MS = 15_000;

/** Says what starts, how long it has been running, and how long it took. */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const live = process.stderr.isTTY;
	const draw = () => process.stderr.write(`\r• ${title} … ${seconds()}`);
	if (live) draw();
	else console.error(`• ${title} …`);
	const ticker = setInterval(
		() => (live ? draw() : console.error(`  … ${seconds()}`)),
		live ? 1000 : REPORT_EVERY_MS,
	);
	try {
		const result = await run();
		if (live) process.stderr.write(`\r• ${title}: ${seconds()}\u001b[K\n`);
		else console.error(`  done in ${seconds()}`);
		return result;
	} catch (error) {
		if (live) process.stderr.write(`\r• ${title}: failed after ${seconds()}\u001b[K\n`);
		throw error;
	} finally {
		clearInterval(ticker);
	}
}

/** Columns as wide as their widest cell. */
export function table(header: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const all = [header, ...rows];
	const widths = header.map((_, column) => Math.max(...all.map((row) => [...row[column]].length)));
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length))
			.join('  ')
			.trimEnd();
	return [
		line(header),
		widths.map((width) => '─'.repeat(width)).join('  '),
		...rows.map(line),
	].join('\n');
}
