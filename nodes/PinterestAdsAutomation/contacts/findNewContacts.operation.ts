import { newContacts, succeeded, type FoundContacts } from '../../../worker/src';
import type { FieldReader } from '../../PinterestAds/fieldReader';
import { operation } from '../../PinterestAds/operation';
import { firstOfNode } from '../../PinterestAds/transport/otherNodes';
import { nodeField, nodeNamed, together } from './fields';

interface Compared {
	readonly found: FoundContacts;
	readonly known: Iterable<unknown>;
}

export const findNewContacts = operation<Compared>({
	name: 'Find New Contacts',
	value: 'findNewContacts',
	action: 'Find the contacts that an audience does not have yet',
	description:
		'Compare the contacts that came with those of the audience, which are the input items: rows of the table pinterest_contacts. Gives the rows to add, or nothing.',
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
		const found = firstOfNode(functions, name)?.json as unknown as FoundContacts;
		return together(itemCount, { found, known: recordsOf(fieldsOf, itemCount) });
	},
	run: async (_, inputs) => inputs.map(({ found, known }) => succeeded(newContacts(found, known))),
});

function* recordsOf(fieldsOf: (item: number) => FieldReader, itemCount: number) {
	for (let item = 0; item < itemCount; item++) yield fieldsOf(item).json().record;
}
