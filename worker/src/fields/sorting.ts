import { choice } from './choices';
import { withDefault, type Choice, type Field } from './field';
import { group } from './groups';

/** What a list is sorted by: the field of its records, and which end comes first. */
export interface Sorting<By extends string = string> {
	readonly by: By;
	readonly direction: Direction;
}

export type Direction = 'ASCENDING' | 'DESCENDING';

type Given<By extends string> = { readonly by: By; readonly direction?: Direction | null } | string;

const DIRECTIONS = {
	ASCENDING: { label: 'Ascending', description: 'A to Z, the smallest or the oldest first' },
	DESCENDING: { label: 'Descending', description: 'Z to A, the largest or the newest first' },
};

/**
 * In which order results come.
 * @param choices the fields of the records, by their names
 * @param byPinterest what Pinterest itself sorts by, if anything
 */
export const sorting = <By extends string>(
	choices: Readonly<Record<By, string | Choice>>,
	byPinterest?: string,
): Field<Given<By>, Sorting<By>, 'optional', never, Sorting<By>, undefined> => {
	const [first] = Object.keys(choices);
	const said = group({
		label: 'Sort',
		description: `What comes first. ${byPinterest === undefined ? 'All' : `Unless it is by ${byPinterest}, all`} results are read, and then as many are given as Limit says.`,
		example: `{ "by": "${first}", "direction": "DESCENDING" }`,
		fields: {
			by: withDefault(
				choice({ label: 'By', description: 'What decides the order', choices }),
				first as By,
			),
			direction: withDefault(
				choice({
					label: 'Direction',
					description: 'Which end comes first',
					choices: DIRECTIONS,
				}),
				'ASCENDING',
			),
		},
	});
	return { ...said, kind: 'sort' } as unknown as ReturnType<typeof sorting<By>>;
};

interface Wanted {
	readonly limit?: number;
	readonly sort?: Sorting;
}

/** How many have to be read: before they are sorted, nobody knows which come first. */
export const mostToRead = ({ limit = Infinity, sort }: Wanted): number =>
	sort === undefined ? limit : Infinity;

/** As many as are wanted, in the order that is wanted; what has no value comes last in either direction. */
export function inOrder<T extends object>(
	records: readonly T[],
	{ limit = Infinity, sort }: Wanted,
): T[] {
	if (sort === undefined) return records.slice(0, limit);
	const { by, direction } = sort;
	const sign = direction === 'DESCENDING' ? -1 : 1;
	const valueOf = (record: T) => (record as Readonly<Record<string, unknown>>)[by] ?? undefined;
	return [...records]
		.sort((one, other) => {
			const [a, b] = [valueOf(one), valueOf(other)];
			if (a === undefined || b === undefined) {
				return Number(a === undefined) - Number(b === undefined);
			}
			return sign * compare(a, b);
		})
		.slice(0, limit);
}

const NAMES = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function compare(a: unknown, b: unknown): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return NAMES.compare(String(a), String(b));
}
