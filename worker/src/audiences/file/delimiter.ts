import { holdsRecords } from '../identifiers/cellRecords';
import type { ListType } from '../listTypes';
import { isBroken, rowAt, type Writing } from './delimitedRows';

const CANDIDATES = [',', ';', '\t', '|'];
/** They may be in an address, so they divide only where the first row is the names of columns. */
const RARE_CANDIDATES = ['^', '~'];
/** More rows would say the same. */
const SAMPLE = 500;

/** The first rows of a file, read in one way. */
export interface Sample {
	readonly delimiter: string;
	/** `undefined`: nothing in the sample shows which it is. */
	readonly escapes: boolean | undefined;
	/** Blank ones left out. */
	readonly rows: string[][];
	/** Whether one could not be read, so that the others are those before it. */
	readonly isBroken: boolean;
	/** How many cells most rows have. */
	readonly width: number;
}

/**
 * The first rows, in the way of writing under which a column of them holds the most records: a comma
 * in amounts or names divides rows as well as the delimiter does, but leaves no record whole. Where
 * that does not tell, what divides the most rows into as many cells as the first one has.
 * @param given the only delimiter that comes into question
 * @param final whether the text is the whole file
 */
export function sampleOf(text: string, final: boolean, listType: ListType, given?: string): Sample {
	const ways = text.includes('\\"') ? [false, true] : [false];
	const delimiters = given === undefined ? candidatesFor(text, listType) : [given];
	let best: Scored | undefined;
	for (const delimiter of delimiters) {
		for (const escapes of ways) {
			const one = scored(text, { delimiter, escapes }, final, listType);
			if (best === undefined || isBetter(one, best)) best = one;
		}
	}
	const { delimiter, escapes } = best!;
	const other = ways.length > 1 && scored(text, { delimiter, escapes: !escapes }, final, listType);
	const isSettled = other !== false && (isBetter(best!, other) || other.isBroken);
	return { ...best!, escapes: isSettled ? escapes : undefined };
}

function candidatesFor(text: string, listType: ListType): readonly string[] {
	const [first] = text.split('\n', 1);
	const rare = RARE_CANDIDATES.filter(
		(sign) =>
			first.includes(sign) && !first.split(sign).some((cell) => holdsRecords(cell, listType)),
	);
	return [...CANDIDATES, ...rare];
}

interface Scored extends Sample {
	readonly escapes: boolean;
	/** Rows with a record in the column with the most. */
	readonly hits: number;
	/** Part of the rows that are as wide as the first one. */
	readonly alike: number;
	readonly cells: number;
}

function scored(text: string, writing: Writing, final: boolean, listType: ListType): Scored {
	const { rows, isBroken } = firstRows(text, writing, final);
	const hits: number[] = [];
	const widths: number[] = [];
	for (const row of rows) {
		widths[row.length] = (widths[row.length] ?? 0) + 1;
		for (const [column, cell] of row.entries()) {
			if (holdsRecords(cell, listType)) hits[column] = (hits[column] ?? 0) + 1;
		}
	}
	const cells = rows[0]?.length ?? 0;
	return {
		...writing,
		rows,
		isBroken,
		hits: largest(hits),
		alike: cells < 2 ? 0 : widths[cells] / rows.length,
		cells,
		width: Math.max(1, widths.indexOf(largest(widths))),
	};
}

const largest = (numbers: readonly number[]) =>
	numbers.reduce((most, one) => Math.max(most, one ?? 0), 0);

function isBetter(one: Scored, best: Scored): boolean {
	if (one.hits !== best.hits) return one.hits > best.hits;
	if (one.isBroken !== best.isBroken) {
		// What divides nothing breaks nothing either; then the broken row has to be named.
		const isDivided = (broken: Scored, whole: Scored) => broken.cells > 1 && whole.cells < 2;
		return best.isBroken ? !isDivided(best, one) : isDivided(one, best);
	}
	if (one.alike !== best.alike) return one.alike > best.alike;
	return one.alike > 0 && one.cells > best.cells;
}

/** The first rows that are whole; a row that is longer than the text, in part. */
function firstRows(text: string, writing: Writing, final: boolean) {
	const rows: string[][] = [];
	for (let at = 0; at < text.length && rows.length < SAMPLE;) {
		const row = rowAt(text, at, writing, final);
		if (isBroken(row) || (row === undefined && final)) return { rows, isBroken: true };
		if (row === undefined) {
			const part = rows.length === 0 ? rowAt(text, at, writing, true) : undefined;
			if (part !== undefined && !isBroken(part)) rows.push(part.cells);
			break;
		}
		if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row.cells);
		at = row.end;
	}
	return { rows, isBroken: false };
}
