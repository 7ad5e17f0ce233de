/** A list in pieces of at most so many. */
export function chunksOf<T>(values: readonly T[], size: number): T[][] {
	const count = Math.ceil(values.length / size);
	return Array.from({ length: count }, (_, index) =>
		values.slice(index * size, (index + 1) * size),
	);
}
