import type { Done, DoneItem } from './operation';

/** So many items are named; who has more of them looks at the list in Pinterest. */
const NAMED = 30;

/**
 * "2 other campaigns were created. Already done, so do not run these again: item 0 (ID 626735565838), …"
 * @param noun in the singular; its plural takes an s
 */
export const created =
	(noun: string): Done =>
	(done) =>
		`${counted(done.length, noun)} created. Already done, so do not run these again: ${itemsIn(done)}.`;

/** "2 other audiences were synced; running again adds nobody twice." */
export const repeatable =
	(noun: string, verb: string, again: string): Done =>
	(done) =>
		`${counted(done.length, noun)} ${verb}; running again ${again}.`;

/** "2 other campaigns were" */
export const counted = (number: number, noun: string) =>
	number === 1 ? `1 other ${noun} was` : `${number} other ${noun}s were`;

/** "item 0 (ID 626735565838), item 2" */
export function itemsIn(done: readonly DoneItem[]): string {
	const named = done.slice(0, NAMED).map(({ item, record }) => {
		const { id } = (Array.isArray(record) ? {} : record) as { id?: unknown };
		return `item ${item}${typeof id === 'string' ? ` (ID ${id})` : ''}`;
	});
	return named.join(', ') + (done.length > NAMED ? ', …' : '');
}
