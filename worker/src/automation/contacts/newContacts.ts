import type { ColumnsOf, CONTACTS, RowOf } from '../tables';
import { contactKey } from './contactKey';
import type { FoundContacts } from './findContacts';

type ContactRow = RowOf<typeof CONTACTS>;

/** The contacts that an audience does not have yet, as their table takes them. */
export function newContacts(
	{
		audience_key,
		list_type,
		records,
	}: Pick<FoundContacts, 'audience_key' | 'list_type' | 'records'>,
	/** The records that it has. */
	known: Iterable<unknown>,
): Array<Required<ColumnsOf<typeof CONTACTS>>> {
	const keys = new Set<string | undefined>();
	for (const record of known) keys.add(contactKey(record, list_type));
	return records
		.filter((record) => !keys.has(contactKey(record, list_type)))
		.map((record) => ({ audience_key, record }));
}

/**
 * Two runs at the same moment both find a contact missing, and both add it: the later one of its rows goes again.
 * Each run looks after it has added its own, so the one that looks last sees both.
 * @param rows of one audience, added since its contacts were read
 */
export function contactsAddedTwice(
	rows: Iterable<Pick<ContactRow, 'id' | 'record'>>,
	listType: FoundContacts['list_type'],
): Array<{ id: number }> {
	const seen = new Set<string>();
	const later: Array<{ id: number }> = [];
	for (const { id, record } of [...rows].sort((a, b) => a.id - b.id)) {
		const key = contactKey(record, listType);
		if (key === undefined) continue;
		if (seen.has(key)) later.push({ id });
		seen.add(key);
	}
	return later;
}
