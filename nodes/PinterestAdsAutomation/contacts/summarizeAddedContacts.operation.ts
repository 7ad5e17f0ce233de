import {
	contactsAdded,
	contactsNotAdded,
	type ContactsAdded,
	type FoundContacts,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { firstOfNode, itemsOfNode } from '../../PinterestAds/transport/otherNodes';
import { failureIn } from './failed';
import { nodeField, nodeNamed } from './fields';

export const summarizeAddedContacts = operation<ContactsAdded>({
	name: 'Summarize Added Contacts',
	value: 'summarizeAddedContacts',
	action: 'Summarize what became of contacts that came',
	description:
		'Say how many contacts were added, how many were there already, and how many were left out and why, or what went wrong. The input item is what Find Contacts has given, or an error.',
	personalInput: true,
	local: true,
	properties: [
		nodeField(
			'New Contacts From',
			'newContactsFrom',
			'Only new ones',
			'The name of the node that has found out which contacts are new',
		),
		nodeField(
			'Audience From',
			'audienceFrom',
			'Audience record',
			'The name of the node that has read the audience’s row',
		),
	],
	read(fields, functions) {
		const json = fields.json();
		const failure = failureIn(json);
		if (failure) return contactsNotAdded(failure);
		const added = itemsOfNode(functions, nodeNamed(fields, 'newContactsFrom')).length;
		const row = firstOfNode(functions, nodeNamed(fields, 'audienceFrom'))?.json ?? {};
		const isActive = row.active as boolean | undefined;
		return contactsAdded(json as unknown as FoundContacts, added, isActive);
	},
	run: async (_, inputs) => await eachOutcome(inputs, async (summary) => summary),
});
