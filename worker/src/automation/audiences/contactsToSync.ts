import { PinterestAdsError } from '../../client/errors';
import type { AudienceRow } from '../tables';

/** An audience with all its contacts, as a sync takes them. */
export interface ContactsToSync extends Pick<
	AudienceRow,
	'audience_key' | 'name' | 'pinterest_audience_id' | 'customer_list_id'
> {
	readonly list_type: string;
	readonly records: readonly unknown[];
}

/**
 * @param contacts what the place where they come from gave: each with the address or device ID in `record`. One
 * with nothing in it stands for none.
 * @throws PinterestAdsError `invalid` where none of them has a `record`
 */
export function contactsToSync(contacts: readonly object[], audience: AudienceRow): ContactsToSync {
	const given = contacts.filter((contact) => Object.keys(contact).length > 0);
	const named = given.filter((contact) => 'record' in contact);
	if (given.length > 0 && named.length === 0) throw noRecord(given);
	return {
		audience_key: audience.audience_key,
		name: audience.name,
		list_type: audience.list_type || 'EMAIL',
		pinterest_audience_id: audience.pinterest_audience_id,
		customer_list_id: audience.customer_list_id,
		records: named.map(({ record }) => record),
	};
}

/** Names the fields, never what is in them. */
function noRecord(contacts: readonly object[]): PinterestAdsError {
	const fields = Object.keys(contacts[0]).slice(0, 10).join(', ');
	const noun =
		contacts.length === 1 ? 'The contact has' : `None of the ${contacts.length} contacts has`;
	const message = `${noun} ${contacts.length === 1 ? 'no' : 'a'} field record.`;
	return new PinterestAdsError('invalid', message, {
		hint: `Give the email address or device ID of each contact in a field record. They have the fields ${fields}.`,
	});
}
