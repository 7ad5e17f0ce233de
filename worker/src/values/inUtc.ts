/** A moment in words, e.g. `2026-11-24 06:00:12 UTC`. @param ms milliseconds since 1970 */
export const inUtc = (ms: number): string =>
	`${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
