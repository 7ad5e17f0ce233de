/** Ids grow with time, and a longer one is a greater one. */
export function oldest<T extends { readonly id: string }>(all: readonly T[]): T | undefined {
	const byAge = (a: T, b: T) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
	return all.length === 0 ? undefined : [...all].sort(byAge)[0];
}
