/** One node of an example, as the editor has it. */
export interface Step {
	/** "Ad Group: Create". */
	readonly title: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}

export interface WorkedExample {
	/** In the order in which they run; the last one is what the example is of. */
	readonly steps: readonly Step[];
	/** What comes in, where the first node works on items. */
	readonly items?: readonly unknown[];
	/** What the last node gives, an element for each item. */
	readonly output: readonly unknown[];
}

const TYPE = 'n8n-nodes-pinterest-ads.pinterestAds';
/** Of a list or a text in an answer; a longer one is cut, and says so. */
const MOST_ELEMENTS = 3;
const LONGEST_TEXT = 160;
/** Items that are shown where there are many. */
const MOST_ITEMS = 2;

/** An example as a page of docs/ has it: nodes to paste into the editor, and what comes out. */
export function exampleText({ steps, items = [], output }: WorkedExample): string {
	const cameIn = items.length > 0 ? [said('Comes in', items), json(shown(items))] : [];
	const parts = [
		'<details>',
		`<summary>An example to paste into the editor${steps.length > 1 ? `, of ${steps.length} nodes` : ''}, and what comes out</summary>`,
		...cameIn,
		json(pasteable(steps)),
		said('Comes out', output),
		json(shown(output)),
		'</details>',
	];
	return `\n${parts.join('\n\n')}\n\n`.replace('<details>\n\n', '<details>\n');
}

const json = (value: unknown) =>
	`\`\`\`json\n${JSON.stringify(value, null, 2).replace(PAIR_OF_NUMBERS, '[$1, $2]')}\n\`\`\``;

/** A position, which needs no four lines. */
const PAIR_OF_NUMBERS = /\[\n\s+(-?\d+),\n\s+(-?\d+)\n\s+\]/g;

const said = (what: string, items: readonly unknown[]) =>
	items.length > MOST_ITEMS ? `${what}, the first of ${items.length} items:` : `${what}:`;

/** What the editor takes from the clipboard: the nodes and how they are connected. */
function pasteable(steps: readonly Step[]) {
	const nodes = steps.map(({ title, parameters }, n) => ({
		name: title,
		type: TYPE,
		typeVersion: 1.1,
		position: [n * 220, 0],
		parameters,
	}));
	const connections = Object.fromEntries(
		steps
			.slice(1)
			.map(({ title }, n) => [
				steps[n].title,
				{ main: [[{ node: title, type: 'main', index: 0 }]] },
			]),
	);
	return { nodes, connections };
}

const shown = (items: readonly unknown[]) => {
	const some = items.length <= MOST_ITEMS ? items : items.slice(0, 1);
	const short = some.map(shortened);
	return short.length === 1 ? short[0] : short;
};

function shortened(value: unknown): unknown {
	if (typeof value === 'string' && value.length > LONGEST_TEXT) {
		return `${value.slice(0, LONGEST_TEXT)} …`;
	}
	if (Array.isArray(value)) {
		const some = value.slice(0, MOST_ELEMENTS).map(shortened);
		const left = value.length - some.length;
		return left > 0 ? [...some, `… and ${left} more`] : some;
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]));
}
