import type { ListType } from '../listTypes';
import { recordsIn } from '../records/recordSource';
import { NOT_JSON } from '../identifiers/recordText';
import { cutOff, fileError } from './fileErrors';
import type { FileOptions } from './fileOptions';

/** One line is held as a whole, and may be all of an audience. */
const LONGEST_LINE = 1 << 24;

/** The records of JSON values, one on a line (NDJSON). Blank lines are none. */
export class JsonLines {
	private pending: string[] = [];
	private pendingLength = 0;
	private lines = 0;
	/** Of these, the ones that are JSON. */
	private good = 0;
	private readonly path: string;
	private readonly index?: number;
	private readonly listType: ListType;

	constructor({ path, column, listType }: FileOptions) {
		this.path = path ?? (typeof column === 'string' ? column : '');
		this.index = typeof column === 'number' ? column - 1 : undefined;
		this.listType = listType;
	}

	/** What is no JSON, or holds no record, leaves something invalid in its place. */
	read(piece: string, final: boolean): unknown[] {
		const end = final ? piece.length : piece.lastIndexOf('\n') + 1;
		if (end === 0 && !final) {
			this.hold(piece);
			return [];
		}
		const text = this.pending.join('') + piece.slice(0, end);
		this.pending = [];
		this.pendingLength = 0;
		this.hold(piece.slice(end));
		const records: unknown[] = [];
		const lines = text.split('\n');
		for (const [n, line] of lines.entries()) {
			if (line.trim() === '') continue;
			this.lines++;
			this.readLine(line, records, final && n === lines.length - 1);
		}
		return records;
	}

	/** @param isOpen whether no line end follows: then what is no JSON is the beginning of some */
	private readLine(line: string, records: unknown[], isOpen: boolean): void {
		let value: unknown;
		try {
			value = JSON.parse(line);
		} catch {
			const isCut = isOpen && /^\s*[[{"]/.test(line) && (this.good > 0 || this.lines === 1);
			if (isCut) throw cutOff(`line ${this.lines}`);
			records.push(NOT_JSON);
			return;
		}
		this.good++;
		if (this.index !== undefined && Array.isArray(value)) value = value[this.index];
		// One text is one record, whatever is in it.
		const found = typeof value === 'string' ? [value] : recordsIn(value, this.path, this.listType);
		if (found.length === 0) records.push('');
		for (const record of found) records.push(record);
	}

	private hold(piece: string): void {
		if (piece === '') return;
		this.pending.push(piece);
		this.pendingLength += piece.length;
		if (this.pendingLength <= LONGEST_LINE) return;
		throw fileError(
			`The file's line ${this.lines + 1} is longer than 16 MB.`,
			'NDJSON has one JSON value per line. Divide the file into smaller values.',
		);
	}
}
