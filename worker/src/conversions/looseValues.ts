/** A list that came as text: as JSON, or as tag managers write it, `[a, b]`. */
export function listIn(text: string): unknown[] | undefined {
	const inside = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
	// What JavaScript writes for an object is no list.
	if (inside === undefined || /^object object$/i.test(inside)) return undefined;
	try {
		return JSON.parse(text) as unknown[];
	} catch {
		return inside.split(',').map((part) => part.replace(/^[\s"']+|[\s"']+$/g, ''));
	}
}

/** Text, trimmed; a number as its digits. */
export function textIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'bigint' ? String(value) : undefined;
}

/** The day of a date object, JavaScript's (in UTC) or n8n's (luxon's, in its own zone). */
export function dayIn(value: unknown): string | undefined {
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
	}
	const { toISODate } = (value ?? {}) as { toISODate?: unknown };
	const day: unknown = typeof toISODate === 'function' ? toISODate.call(value) : undefined;
	return typeof day === 'string' ? day : undefined;
}
