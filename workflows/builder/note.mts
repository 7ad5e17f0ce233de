import { node, type Node, type Position } from './node.mts';

const COLORS = { yellow: 1, green: 4 } as const;

interface Size {
	/** In pixels, as are width and height. */
	readonly at: Position;
	readonly width: number;
	readonly height: number;
}

interface Look extends Size {
	readonly color: keyof typeof COLORS;
}

/** A sticky note on the canvas, in Markdown. */
export const note = (name: string, { at, width, height, color }: Look, content: string): Node =>
	node(name, at, 'stickyNote', 1, { content, width, height, color: COLORS[color] });

/** What a group of nodes does, and what one may change in it. */
export const groupNote = (name: string, size: Size, text: string): Node =>
	note(name, { ...size, color: 'green' }, `### ${name}\n${text}`);

/** As n8n draws it: the width of a character on average, and heights in pixels. */
const CHARACTER = 7.1;
const AROUND = 40;
const TITLE = 34;
const HEADING = 30;
const TEXT = 19;
const ITEM = 22;
const BETWEEN = 10;

/** How high a note has to be for this text: what is higher than its note is cut off. */
export function heightOf(content: string, width: number): number {
	const perLine = (width - AROUND) / CHARACTER;
	const height = content.split('\n').reduce((sum, line) => {
		if (line.startsWith('## ')) return sum + TITLE;
		if (line.startsWith('### ')) return sum + HEADING;
		if (line === '') return sum + BETWEEN;
		const lines = Math.ceil(line.replace(/\*\*|`/g, '').length / perLine);
		return sum + (/^(-|\d+\.) /.test(line) ? ITEM - TEXT : 0) + lines * TEXT;
	}, AROUND);
	return Math.ceil(height / 20) * 20;
}
