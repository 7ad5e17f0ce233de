import { parsedJson } from '../../values/json';

/**
 * Keywords are not divided by the reader of lists: within the quotes and brackets that say how a keyword
 * matches (`[oak table, round]`) nothing divides, and `[2026]` is a keyword, not a list in JSON.
 */
export function keywordsIn(text: string): unknown[] {
	return jsonIn(text) ?? dividedIn(text);
}

/** A list in JSON holds texts or objects; a keyword in brackets looks otherwise. */
function jsonIn(text: string): unknown[] | undefined {
	if (!/^\s*\[\s*["{]/.test(text)) return undefined;
	const list = parsedJson(text);
	return Array.isArray(list) ? (list as unknown[]) : undefined;
}

const BETWEEN = /[,;\s]+/y;
/** None is so long; what has no end is divided like any other text. */
const ENCLOSED =
	/-?\s*(?:\[[^\]\r\n]{0,500}\]|"[^"\r\n]{0,500}"|“[^”\r\n]{0,500}”)(?=[ \t]*(?:[,;\r\n]|$))/y;
const PLAIN = /[^,;\t\r\n]+/y;

function dividedIn(text: string): string[] {
	const keywords: string[] = [];
	let at = 0;
	const next = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0] ?? '';
		at += found.length;
		return found.trim();
	};
	for (next(BETWEEN); at < text.length; next(BETWEEN)) {
		keywords.push(next(ENCLOSED) || next(PLAIN));
	}
	return keywords;
}
