import { contactsAddedTwice, succeeded, type FoundContacts } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { firstOfNode } from '../../PinterestAds/transport/otherNodes';
import { nodeField, nodeNamed, together } from './fields';

type Rows = Parameters<typeof contactsAddedTwice>[0];

interface Added {
	readonly rows: Rows;
	readonly listType: FoundContacts['list_type'];
}

export const findContactsAddedTwice = operation<Added>({
	name: 'Find Contacts Added Twice',
	value: 'findContactsAddedTwice',
	action: 'Find contacts that two runs have added',
	description:
		'Find, among the rows that were added since the audience’s contacts were read, those that another run at the same moment had added already. Gives the ID of each later row.',
	personalInput: true,
	local: true,
	properties: [
		nodeField(
			'Contacts From',
			'contactsFrom',
			'Find the contacts',
			'The name of the node that has found the contacts',
		),
	],
	plan(fieldsOf, itemCount, functions) {
		if (itemCount === 0) return [];
		const name = nodeNamed(fieldsOf(0), 'contactsFrom');
		const { list_type: listType } = firstOfNode(functions, name)?.json as unknown as FoundContacts;
		const rows = Array.from({ length: itemCount }, (_, item) => fieldsOf(item).json());
		return together(itemCount, { rows: rows as unknown as Rows, listType });
	},
	run: async (_, inputs) =>
		inputs.map(({ rows, listType }) => succeeded(contactsAddedTwice(rows, listType))),
});
