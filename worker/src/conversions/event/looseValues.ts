/**
 * Text, trimmed; a number as its digits. Of anything else no text is made: an object may have a
 * `toString` that is not a function, and one such event would end the run of all.
 */
export function textIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'bigint' ? String(value) : undefined;
}

/**
 * The day of a date object, JavaScript's (in UTC) or luxon's. A day of birth is no moment: unlike the day
 * of a time it is the one that the object shows in its own zone.
 */
export function dayIn(value: unknown): string | undefined {
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
	}
	const { toISODate } = (value ?? {}) as { toISODate?: unknown };
	const day: unknown = typeof toISODate === 'function' ? toISODate.call(value) : undefined;
	return typeof day === 'string' ? day : undefined;
}
