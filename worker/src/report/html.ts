/** Markup whose parts are escaped. Only `html` makes it, so that no name gets in unescaped. */
export interface Html {
	readonly markup: string;
}

/** The indents of the code are none of the page's. */
const unindented = (text: string): string =>
	text.replace(/\n\s*(?=\/?>)/g, '').replace(/\n\s*/g, '\n');

type Part = Html | string | number | null | undefined | readonly Part[];

/** A template whose values are escaped, unless they are markup themselves; null gives nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return {
		markup: texts
			.map(unindented)
			.reduce((all, text, index) => all + markupOf(parts[index - 1]) + text),
	};
}

function markupOf(part: Part): string {
	if (part === null || part === undefined) return '';
	if (Array.isArray(part)) return part.map(markupOf).join('');
	return typeof part === 'object' && 'markup' in part ? part.markup : escaped(String(part));
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escaped = (text: string): string =>
	oneLine(text).replace(/[&<>"']/g, (character) => ESCAPES[character]);

/** Without what a line of text cannot show: line breaks, control characters, half characters. */
export function oneLine(text: string): string {
	return text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
