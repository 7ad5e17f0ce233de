/** A file that ended in the middle, or is not what it should be. Its message completes "…: it …" and quotes nothing. */
export class BrokenFile extends Error {
	override readonly name = 'BrokenFile';
}
