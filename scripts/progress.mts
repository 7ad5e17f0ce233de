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

/** What every terminal has. */
const TERMINAL = 80;

/** As `table`, but no wider than a terminal: what is too long for its column goes on below. The first column is a sign. */
export function fittedTable(
	header: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
	widest = TERMINAL,
): string {
	const gaps = 2 * (header.length - 1);
	const widths = header.map((_, column) =>
		Math.max(...[header, ...rows].map((row) => [...row[column]].length)),
	);
	for (;;) {
		const over = widths.reduce((sum, width) => sum + width, gaps) - widest;
		if (over <= 0) break;
		widths[widths.indexOf(Math.max(...widths))] -= 1;
	}
	const lines = rows.flatMap((row) => {
		const cells = row.map((cell, column) => wrapped(cell, widths[column]));
		const height = Math.max(...cells.map((cell) => cell.length));
		return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? ''));
	});
	return table(header, lines);
}

/** Lines of words, each as long as fits. A word that is longer than a line is not cut. */
function wrapped(text: string, width: number): string[] {
	const lines = [''];
	for (const word of text.split(' ')) {
		const longer = `${lines.at(-1)} ${word}`.trimStart();
		if ([...longer].length <= width || lines.at(-1) === '') lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}
