import { rowAt } from './rows';

const CANDIDATES = [',', ';', '\t', '|'];
/** More rows would say the same. */
const SAMPLE = 200;

/** The first rows that are whole, blank ones left out; a row that is longer than the text, in part. */
export function sampleRows(text: string, delimiter: string, final: boolean): string[][] {
	const rows: string[][] = [];
	for (let at = 0; at < text.length && rows.length < SAMPLE;) {
		const row = rowAt(text, at, delimiter, final || rows.length === 0);
		if (row === undefined) break;
		if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row.cells);
		at = row.end;
	}
	return rows;
}

/** What divides the most rows into as many cells as the first one has; a comma where nothing does. */
export function guessDelimiter(text: string, final: boolean): string {
	let best = { delimiter: ',', alike: 0, cells: 1 };
	for (const delimiter of CANDIDATES) {
		const rows = sampleRows(text, delimiter, final);
		const cells = rows[0]?.length ?? 0;
		if (cells < 2) continue;
		const alike = rows.filter((row) => row.length === cells).length / rows.length;
		if (alike > best.alike || (alike === best.alike && cells > best.cells)) {
			best = { delimiter, alike, cells };
		}
	}
	return best.delimiter;
}
