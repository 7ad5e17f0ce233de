/** A body without what was not given: Pinterest takes an explicit null for something else. */
export function withoutUndefined(body: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
