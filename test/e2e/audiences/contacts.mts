import type { Simulator } from '../../../simulator/simulator.mts';

/** In every record that is sent in, valid or not, and nowhere else. */
export const MARK = 'lovelace';

export const address = (n: number) => `${MARK}.${n}@example.com`;

export const people = (count: number, first = 0) =>
	Array.from({ length: count }, (_, n) => address(first + n));

/** As people write them, each still the same address. */
export const asTyped = (record: string, n: number) =>
	[record, ` ${record} `, record.toUpperCase(), `${record}\t`][n % 4];

export const broken = [
	`${MARK} at home`,
	`${MARK}@`,
	`@${MARK}.example.com`,
	`${MARK}@@example.com`,
];

/** `count` people, ten of them twice, and some broken records. */
export const untidy = (count: number, first = 0) => [
	...people(count, first).map(asTyped),
	...broken,
	...people(10, first).map((record) => record.toUpperCase()),
];

/** The members of the one list of this name at Pinterest. */
export function membersOf(simulator: Simulator, name: string): string[] {
	const lists = simulator.state().customerLists.filter((list) => list.name === name);
	expect(lists).toHaveLength(1);
	return [...lists[0].members].sort();
}
