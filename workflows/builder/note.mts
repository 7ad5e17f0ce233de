import { node, type Node, type Position } from './node.mts';

const COLORS = { yellow: 1, red: 3, green: 4, blue: 5, grey: 7 } as const;

export interface Look {
	/** In pixels, as are width and height. */
	readonly at: Position;
	readonly width: number;
	readonly height: number;
	readonly color: keyof typeof COLORS;
	readonly id?: string;
}

/** A sticky note on the canvas, in Markdown. */
export const note = (
	name: string,
	{ at, width, height, color, ...more }: Look,
	content: string,
): Node => node(name, at, 'stickyNote', 1, { content, width, height, color: COLORS[color] }, more);
