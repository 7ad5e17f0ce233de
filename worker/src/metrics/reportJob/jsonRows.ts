import { BrokenFile } from '../../download/brokenFile';
import { exactly } from '../../values/json';
import type { RawRow } from '../rows/rawRow';

/** A row of a report and the key that it is under: the id of what it is about. */
export interface KeyedRow {
	readonly key: string;
	readonly row: RawRow;
}

/**
 * Reads a report (`{ "<id>": [{…}, {…}], "<id>": [] }`) as it arrives and hands out one row at a time,
 * so that a large one is never in memory as a whole. Whole numbers that a number cannot hold exactly
 * come out as texts.
 * @throws BrokenFile where it is not such JSON, or ends before its end
 */
export async function* readJsonRows(
	chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<KeyedRow, void, undefined> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const scanner = new RowScanner();
	for await (const chunk of chunks) {
		yield* scanner.read(orNotJson(() => decoder.decode(chunk, { stream: true })));
	}
	yield* scanner.read(orNotJson(() => decoder.decode()));
	scanner.end();
}

const notJson = (cause?: unknown) => new BrokenFile('it is not JSON', { cause });

function orNotJson<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		throw notJson(error);
	}
}

/** What may come next, between rows. Within a row only its end is looked for; JSON.parse reads it. */
type State =
	| 'start'
	| 'firstKey'
	| 'key'
	| 'inKey'
	| 'colon'
	| 'list'
	| 'firstRow'
	| 'row'
	| 'inRow'
	| 'afterRow'
	| 'afterList'
	| 'done';

class RowScanner {
	private state: State = 'start';
	/** The text of the key or row that is under way. */
	private text = '';
	private key = '';
	private depth = 0;
	private inString = false;
	private escaped = false;

	*read(chunk: string): Generator<KeyedRow, void, undefined> {
		let from = 0;
		for (let at = 0; at < chunk.length; at++) {
			if (this.state !== 'inKey' && this.state !== 'inRow') {
				if (isSpace(chunk.charCodeAt(at))) continue;
				this.step(chunk[at]);
				from = at;
			} else if (this.closes(chunk.charCodeAt(at))) {
				const text = this.text + chunk.slice(from, at + 1);
				this.text = '';
				if (this.state === 'inKey') {
					this.key = orNotJson(() => JSON.parse(text) as string);
					this.state = 'colon';
				} else {
					this.state = 'afterRow';
					yield { key: this.key, row: parsed(text) };
				}
			}
		}
		if (this.state === 'inKey' || this.state === 'inRow') this.text += chunk.slice(from);
	}

	/** @throws BrokenFile where the end came too early */
	end(): void {
		if (this.state !== 'done') throw new BrokenFile('it ends too early');
	}

	/** One character outside of keys and rows. */
	private step(character: string): void {
		const next = NEXT[this.state]?.[character];
		if (next === undefined) throw notJson();
		this.state = next;
		this.inString = next === 'inKey';
		this.depth = next === 'inRow' ? 1 : 0;
	}

	/** Whether this character ends the key or row that is under way. */
	private closes(code: number): boolean {
		if (this.inString) {
			if (this.escaped) this.escaped = false;
			else if (code === BACKSLASH) this.escaped = true;
			else if (code === QUOTE) this.inString = false;
			return this.state === 'inKey' && !this.inString;
		}
		if (code === QUOTE) this.inString = true;
		else if (code === OPEN || code === OPEN_LIST) this.depth++;
		else if (code === CLOSE || code === CLOSE_LIST) this.depth--;
		return this.depth === 0;
	}
}

const NEXT: Partial<Record<State, Readonly<Record<string, State>>>> = {
	start: { '{': 'firstKey' },
	firstKey: { '"': 'inKey', '}': 'done' },
	key: { '"': 'inKey' },
	colon: { ':': 'list' },
	list: { '[': 'firstRow' },
	firstRow: { '{': 'inRow', ']': 'afterList' },
	row: { '{': 'inRow' },
	afterRow: { ',': 'row', ']': 'afterList' },
	afterList: { ',': 'key', '}': 'done' },
};

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [...'"\\{}[]'].map((character) =>
	character.charCodeAt(0),
);

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

const parsed = (text: string) => orNotJson(() => exactly(text) as KeyedRow['row']);
