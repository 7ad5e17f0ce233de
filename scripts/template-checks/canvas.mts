import { NOTE } from './node-types.mts';
import type { Template, TemplateNode } from './template.mts';

/** What the editor draws for a node, with its name and subtitle below it. */
const NODE = { width: 96, height: 140 };
/** What it draws for a note that says nothing else. */
const DEFAULT_NOTE = { width: 240, height: 160 };

/** No note lies on another one or on a node. */
export function checkCanvas({ nodes }: Template): string[] {
	const notes = nodes.filter(({ type }) => type === NOTE);
	return notes.flatMap((note, n) =>
		[...notes.slice(n + 1), ...nodes.filter(({ type }) => type !== NOTE)]
			.filter((other) => overlap(note, other))
			.map((other) => `the note "${note.name}" lies on "${other.name}"`),
	);
}

function overlap(one: TemplateNode, other: TemplateNode): boolean {
	const [a, b] = [areaOf(one), areaOf(other)];
	if (!a || !b) return false;
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function areaOf({ type, position, parameters }: TemplateNode) {
	if (!position) return undefined;
	const [left, top] = position;
	const { width, height } = type === NOTE ? { ...DEFAULT_NOTE, ...parameters } : NODE;
	return { left, top, right: left + Number(width), bottom: top + Number(height) };
}
