/** Where a node is on the canvas: columns of 224 pixels, rows of 88, of which a node takes two. */
export type Position = readonly [x: number, y: number];

const COLUMN = 224;
const ROW = 88;

export const at = (column: number, row: number): Position => [column * COLUMN, row * ROW];

export type Parameters = Readonly<Record<string, unknown>>;

/** All else that n8n knows of a node. */
export interface More {
	/** What n8n knows the node by, where it is not its first name in small letters. Never change it. */
	readonly id?: string;
	readonly webhookId?: string;
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
	/** Goes on without an item where there is none. */
	readonly alwaysOutputData?: boolean;
	/** Works on the first item only. */
	readonly executeOnce?: boolean;
	readonly onError?: 'continueRegularOutput' | 'continueErrorOutput';
	readonly retryOnFail?: boolean;
	readonly maxTries?: number;
	readonly waitBetweenTries?: number;
	readonly disabled?: boolean;
	readonly notesInFlow?: boolean;
	readonly notes?: string;
}

export interface Node extends More {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: Position;
	readonly parameters: Parameters;
}

/** @param type where it is one of n8n's own nodes, without its package */
export function node(
	name: string,
	position: Position,
	type: string,
	typeVersion: number,
	parameters: Parameters = {},
	{ id = idOf(name), ...more }: More = {},
): Node {
	return {
		id,
		name,
		position,
		type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
		typeVersion,
		parameters,
		...more,
	};
}

const idOf = (name: string) =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/** One of several outputs of a node. */
export interface Output {
	readonly from: Node;
	readonly output: number;
}

export const output = (from: Node, number: number): Output => ({ from, output: number });
/** Where an If sends what it says no to. */
export const no = (from: Node) => output(from, 1);
/** Where a node sends the items that failed. */
export const failed = (from: Node) => output(from, 1);
/** Where a loop sends the items of one round; what is left after the last comes out of the first output. */
export const each = (from: Node) => output(from, 1);

/** The second input of a node that has two. */
export interface Input {
	readonly to: Node;
	readonly input: number;
}

export const second = (to: Node): Input => ({ to, input: 1 });

/** From one node to the next, and so on. */
export type Path = readonly [Node | Output, ...Array<Node | Input>];
