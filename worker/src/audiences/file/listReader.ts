import { endlessRow } from './fileErrors';

/** Longer than any record; what is longer is not a list. */
const LONGEST = 1 << 20;

/** Records that follow each other, divided by any of some characters. Blank ones are none. */
export class ListReader {
	private rest = '';
	private readonly separator: RegExp;
	private skips: boolean;

	constructor(separator: RegExp, skipsFirstLine: boolean) {
		this.separator = separator;
		this.skips = skipsFirstLine;
	}

	read(piece: string, final: boolean): string[] {
		let text = this.rest + piece;
		if (this.skips) {
			const end = text.indexOf('\n');
			if (end === -1) {
				this.rest = text;
				return [];
			}
			this.skips = false;
			text = text.slice(end + 1);
		}
		const parts = text.split(this.separator);
		this.rest = final ? '' : parts.pop()!;
		if (this.rest.length > LONGEST) throw endlessRow({ row: 1, line: 1 });
		return parts.filter((part) => part.trim() !== '');
	}
}
