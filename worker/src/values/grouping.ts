/** Elements by key, both in the order in which they first appear. */
export function groupedBy<T>(
	elements: Iterable<T>,
	keyOf: (element: T) => string,
): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const element of elements) {
		const key = keyOf(element);
		const group = groups.get(key);
		if (group) group.push(element);
		else groups.set(key, [element]);
	}
	return groups;
}

/** Parts of at most so many elements. */
export function chunksOf<T>(elements: readonly T[], size: number): T[][] {
	const count = Math.ceil(elements.length / size);
	return Array.from({ length: count }, (_, n) => elements.slice(n * size, (n + 1) * size));
}
