/** Makes LF of all line ends (CRLF, CR, LF, and Unicode's own two) of a text that comes in pieces. */
export class LineEnds {
	/** A CR at the end of a piece may be the first half of a CRLF. */
	private pending = '';

	normalised(piece: string): string {
		let text = this.pending + piece;
		if (/[\u2028\u2029]/.test(text)) text = text.replace(/[\u2028\u2029]/g, '\n');
		if (!text.includes('\r')) return text;
		this.pending = text.endsWith('\r') ? '\r' : '';
		if (this.pending !== '') text = text.slice(0, -1);
		return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
	}

	end(): string {
		return this.pending === '' ? '' : '\n';
	}
}
