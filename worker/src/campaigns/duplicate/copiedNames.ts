import { compared, nameAsSent } from '../../values/names';

/** Names that a copy is found by again: no two of the same level may be alike. */

/** Pinterest takes no longer ones. */
const LONGEST = 255;

/** The name of a copy that was given none. */
export const nameOfCopy = (name: string): string => withEnding(name, ' (copy)');

/** A name and what comes after it, of which the name gives way. */
function withEnding(name: string, ending: string): string {
	const room = LONGEST - ending.length;
	const characters = [...nameAsSent(name)];
	while (characters.join('').length > room) characters.pop();
	return `${characters.join('').trimEnd()}${ending}`;
}

/** The names in their order, of which later ones that are alike get a number: "US", "US (2)". */
export function distinctNames(names: readonly string[]): string[] {
	const taken = new Set(names.map(compared));
	const seen = new Set<string>();
	return names.map((name) => {
		if (!seen.has(compared(name))) {
			seen.add(compared(name));
			return nameAsSent(name);
		}
		for (let n = 2; ; n++) {
			const numbered = withEnding(name, ` (${n})`);
			if (taken.has(compared(numbered))) continue;
			taken.add(compared(numbered));
			return numbered;
		}
	});
}
