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

/** What n8n draws around the text, and how wide a character is on average. */
const PADDING = 40;
const CHARACTER = 7.2;
const LINE = 20;

/** How high a note has to be, about as n8n draws it: what is higher than its note is cut off. */
export function heightOf(content: string, width: number): number {
	const perLine = (width - PADDING) / CHARACTER;
	const height = content.split('\n').reduce((sum, line) => {
		if (line.startsWith('## ')) return sum + 44;
		if (line.startsWith('### ')) return sum + 36;
		const text = line.replace(/\*\*|`/g, '');
		return sum + (text === '' ? 12 : Math.ceil(text.length / perLine) * LINE);
	}, 0);
	return Math.ceil((height + PADDING) / 20) * 20;
}
