/** One line of a table: a record whose fields may be anything. */
export type Line = Readonly<Record<string, unknown>>;

export const FORMATS = ['json', 'csv', 'table'] as const;
export type Format = (typeof FORMATS)[number];

/** A longer cell of a table for people is cut, but for the last of its row; JSON and CSV have all of it. */
const LONGEST_CELL = 72;
/** Digits behind the point that a table for people has. */
const DIGITS = 4;

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** All fields of all lines, the first row their names (RFC 4180). What is not text or number is JSON. */
export function asCsv(lines: readonly Line[]): string {
	const names = fieldsOf(lines);
	const rows = [names, ...lines.map((line) => names.map((name) => cellOf(line[name])))];
	return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** @param columns which fields, in which order; left out: all that hold anything */
export function asTable(lines: readonly Line[], columns?: readonly string[]): string {
	const all = columns ?? fieldsOf(lines);
	const names = all.filter((name) => lines.some((line) => cellOf(line[name]) !== ''));
	if (names.length === 0) return '';
	const rows = [
		names.map(heading),
		...lines.map((line) => names.map((name, n) => shown(line[name], n === names.length - 1))),
	];
	const widths = names.map((_, n) => Math.max(...rows.map((row) => [...row[n]].length)));
	const isNumber = names.map((name) =>
		lines.every(
			(line) => line[name] === null || ['number', 'undefined'].includes(typeof line[name]),
		),
	);
	const padded = (cell: string, n: number) => {
		const space = ' '.repeat(widths[n] - [...cell].length);
		return isNumber[n] ? space + cell : cell + space;
	};
	const [head, ...body] = rows.map((row) => row.map(padded).join('  ').trimEnd());
	const rule = widths.map((width) => '─'.repeat(Math.min(width, LONGEST_CELL))).join('  ');
	return [head, rule, ...body].map((line) => `${line}\n`).join('');
}

/** One record from top to bottom: a field a line. */
export function asList(record: Line): string {
	const fields = Object.entries(record).filter(([, value]) => cellOf(value) !== '');
	const width = Math.max(0, ...fields.map(([name]) => heading(name).length));
	return fields
		.map(([name, value]) => `${heading(name).padEnd(width)}  ${cellOf(value)}\n`)
		.join('');
}

const fieldsOf = (lines: readonly Line[]) => [
	...new Set(lines.flatMap((line) => Object.keys(line))),
];

const heading = (name: string) => {
	const words = name.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
};

function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value !== 'object') return String(value);
	if (Array.isArray(value) && value.length === 0) return '';
	const isTexts = Array.isArray(value) && value.every((one) => typeof one !== 'object');
	return isTexts ? value.join('; ') : JSON.stringify(value);
}

function shown(value: unknown, isLast: boolean): string {
	const rounded = typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value;
	const text = cellOf(rounded).replace(/\s+/g, ' ');
	const signs = [...text];
	if (isLast || signs.length <= LONGEST_CELL) return text;
	return `${signs.slice(0, LONGEST_CELL - 1).join('')}…`;
}

const quoted = (cell: string) =>
	/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
