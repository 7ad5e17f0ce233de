/** What programs and forms write where there is nothing. As somebody's name it would be that of thousands. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
	...['undefined', 'null', 'nil', 'none', 'nan', 'n/a', 'n.a.', '#n/a', '(null)', '(none)'],
	...['[object object]', '[object undefined]', '[object null]', 'not set', '(not set)', 'unknown'],
	...['undefined undefined', 'null null', '-', '--', '---', '–', '—', '.', '?', '*'],
]);
const LONGEST = 24;
const BEGINNINGS: ReadonlySet<number> = new Set(
	[...'uUnN#([-–—.?*{$%'].map((character) => character.charCodeAt(0)),
);

/** Of a template that nobody has filled in: {{ first_name }}, ${city}, %EMAIL%. */
const TEMPLATE = /^(?:\{\{[^{}]{0,60}\}\}|\$\{[^{}]{0,60}\}|%%?\w{1,60}%%?)$/;

/** Names of people and towns, where they are written as such: there are families Null, and a Nan in Thailand. */
const ALSO_NAMES: ReadonlySet<string> = new Set(['Null', 'Nil', 'Nan']);

/**
 * Whether a text stands for "nothing".
 * @param text trimmed
 * @param maybeName whether it may be the name of a person or a town
 */
export function isPlaceholder(text: string, maybeName = false): boolean {
	// Nearly every text begins otherwise, which settles it.
	if (!BEGINNINGS.has(text.charCodeAt(0))) return false;
	if (text.length > LONGEST) return TEMPLATE.test(text);
	if (PLACEHOLDERS.has(text.toLowerCase())) return !(maybeName && ALSO_NAMES.has(text));
	return TEMPLATE.test(text);
}
