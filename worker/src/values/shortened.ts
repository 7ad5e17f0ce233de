const CHARACTERS = new Intl.Segmenter('en');

/**
 * The beginning of a text that may be of any length: at most so many characters as people count them, an
 * ellipsis among them, and never a part of one.
 * @param mostUnits how much room they may take (in UTF-16 units): a letter may carry any number of marks
 */
export function shortened(text: string, most: number, mostUnits = most): string {
	if (text.length <= most) return text;
	const start = text.slice(0, mostUnits);
	let count = 0;
	let end = 0;
	for (const { segment, index } of CHARACTERS.segment(start)) {
		count++;
		if (count > most) break;
		const next = index + segment.length;
		if (count < most && next < mostUnits) end = next;
	}
	return start === text && count <= most ? text : `${text.slice(0, end)}…`;
}
