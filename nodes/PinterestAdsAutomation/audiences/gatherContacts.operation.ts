import { contactsToSync, type AudienceRow } from '../../../worker/src';
import { allItems } from '../../PinterestAds/allItems';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { audienceProperty, claimedRow } from './rows';

interface Given {
	readonly contacts: readonly object[];
	readonly audience: AudienceRow;
}

export const gatherContacts = operation<Given>({
	name: 'Gather Contacts',
	value: 'gatherContacts',
	action: 'Gather the contacts of an audience',
	description:
		'Make one item of an audience and all its contacts, each of which comes as an item with the email address or device ID in record',
	personalInput: true,
	local: true,
	properties: [audienceProperty],
	plan: (fieldsOf, itemCount) =>
		allItems(fieldsOf, itemCount, (contacts, fields) => ({
			contacts,
			audience: claimedRow(fields),
		})),
	run: async (_, inputs) =>
		// Given as a list of one, as its field `records` would be taken for the list itself.
		await eachOutcome(inputs, async ({ contacts, audience }) => ({
			records: [contactsToSync(contacts, audience)],
		})),
});
