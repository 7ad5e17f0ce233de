import type { Writing } from './delimitedRows';

/** How a table is written, by what divides its first row; undefined until that is there. */
export function writingOf(text: string, final: boolean): Writing | undefined {
	const end = text.indexOf('\n');
	if (end === -1 && !final) return undefined;
	const first = end === -1 ? text : text.slice(0, end);
	// A heading may have a comma in it, but then it is within quotation marks.
	const bare = first.replace(/"(?:[^"]|"")*"/g, '');
	const counted = [',', ';', '\t'].map((delimiter) => ({
		delimiter,
		count: bare.split(delimiter).length,
	}));
	const [{ delimiter }] = counted.sort((a, b) => b.count - a.count);
	return { delimiter, escapes: false };
}

/** The names of a table's columns, each once: two may be called alike, and one may have no name. */
export function columnNames(cells: readonly string[]): string[] {
	const names: string[] = [];
	for (const [n, cell] of cells.entries()) {
		const name = cell.trim() === '' ? `Column ${n + 1}` : cell.trim();
		let unique = name;
		for (let again = 2; names.includes(unique); again++) unique = `${name} (${again})`;
		names.push(unique);
	}
	return names;
}
