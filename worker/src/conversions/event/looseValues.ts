/** A list that came as text: as JSON, or as tag managers write it, `[a, b]`. */
export function listIn(text: string): unknown[] | undefined {
	const inside = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
	// What JavaScript writes for an object is no list.
	if (inside === undefined || /^object object$/i.test(inside)) return undefined;
	try {
		return JSON.parse(text) as unknown[];
	} catch {
		return inside.split(',').map(unquoted);
	}
}

const isMark = (character: string) => /[\s"']/.test(character);

/** Without the marks around it. A pattern for its end would go through a long text again and again. */
function unquoted(part: string): string {
	let start = 0;
	let end = part.length;
	while (start < end && isMark(part[start])) start++;
	while (end > start && isMark(part[end - 1])) end--;
	return part.slice(start, end);
}

/**
 * Text, trimmed; a number as its digits. Of anything else no text is made: an object may have a
 * `toString` that is no function, and one such event would end the run of all.
 */
export function textIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'bigint' ? String(value) : undefined;
}

/** The day of a date object, JavaScript's (in UTC) or luxon's (in its own zone). */
export function dayIn(value: unknown): string | undefined {
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
	}
	const { toISODate } = (value ?? {}) as { toISODate?: unknown };
	const day: unknown = typeof toISODate === 'function' ? toISODate.call(value) : undefined;
	return typeof day === 'string' ? day : undefined;
}
