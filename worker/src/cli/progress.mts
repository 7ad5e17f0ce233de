import type { Http } from '../index.ts';

/** Says something to whoever watches. */
export type Say = (text: string) => void;

/** So often a line is written where it cannot be written over: a log is not to be filled. */
const EVERY_MS = 5000;
const REDRAW_MS = 200;

/** Says on stderr how far long work is: on a terminal in one line that changes, else in a line every few seconds. */
export class Progress {
	private readonly out: NodeJS.WriteStream;
	private readonly isQuiet: boolean;
	private requests = 0;
	private counted = '';
	private last: number;
	private isDrawn = false;

	constructor(out: NodeJS.WriteStream, isQuiet: boolean) {
		this.out = out;
		this.isQuiet = isQuiet;
		this.last = Date.now();
	}

	/** The same port, whose requests are counted. */
	counting(http: Http): Http {
		return {
			...http,
			send: async (request) => {
				const answer = await http.send(request);
				this.requests += 1;
				this.tell();
				return answer;
			},
		};
	}

	/** @param what has been done so far: "12,000 records read" */
	count(what: string): void {
		this.counted = what;
		this.tell();
	}

	/** Something for whoever watches, between two lines of progress. */
	say(text: string): void {
		this.clear();
		this.out.write(`${text}\n`);
	}

	/** Takes the line away. */
	clear(): void {
		if (this.isDrawn) this.out.write('\r\x1b[K');
		this.isDrawn = false;
	}

	private tell(): void {
		const now = Date.now();
		if (this.isQuiet || now - this.last < (this.out.isTTY ? REDRAW_MS : EVERY_MS)) return;
		this.last = now;
		const asked = `${this.requests} ${this.requests === 1 ? 'request' : 'requests'} answered`;
		const line = [this.counted, asked].filter(Boolean).join(', ');
		if (!this.out.isTTY) {
			this.out.write(`${line}\n`);
			return;
		}
		this.out.write(`\r\x1b[K${line} …`);
		this.isDrawn = true;
	}
}
