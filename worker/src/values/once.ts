/** What is made when it is asked for first, and kept: for what costs time that most runs never need. */
export function once<Made extends object>(make: () => Made): () => Made {
	let made: Made | undefined;
	return () => (made ??= make());
}
