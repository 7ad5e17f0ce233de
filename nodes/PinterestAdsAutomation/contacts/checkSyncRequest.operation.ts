import { checkSyncRequest as check } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { firstOfNode } from '../../PinterestAds/transport/otherNodes';
import { itemField, nodeField, nodeNamed, objectIn } from './fields';

type Checked = Parameters<typeof check>;

interface Asked {
	readonly request: Checked[0];
	readonly row: Checked[1];
	readonly connection: Checked[2];
	readonly contacts: unknown;
}

export const checkSyncRequest = operation<Asked>({
	name: 'Check Sync Request',
	value: 'checkSyncRequest',
	action: 'Check a request to sync an audience',
	description:
		'Decide from the connection’s row, which is the input item, whether a caller may have the audience synced. Gives the audience, and the contacts that came with the request.',
	personalInput: true,
	local: true,
	properties: [
		itemField(
			'Request',
			'request',
			"={{ $('Request').first().json }}",
			'What Read Audience Request has given',
		),
		itemField(
			'Audience',
			'audience',
			"={{ $('Audience record').first().json }}",
			'The row of the audience in the table pinterest_audiences, or an empty item',
		),
		nodeField(
			'Contacts From',
			'contactsFrom',
			'Sync button',
			'The name of the webhook node: the field analysis_data of what it was sent holds the contacts',
		),
	],
	read: (fields, functions) => {
		const { body } = firstOfNode(functions, nodeNamed(fields, 'contactsFrom'))?.json ?? {};
		return {
			request: objectIn(fields.value('request')) as unknown as Checked[0],
			row: objectIn(fields.value('audience')),
			connection: fields.json(),
			contacts: objectIn(body).analysis_data,
		};
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ request, row, connection, contacts }) => {
			const { audience_key, name, list_type } = check(request, row, connection);
			const brought = request.brings_contacts ? { analysis_data: contacts } : {};
			const { brings_contacts } = request;
			return { audience_key, audience: name, list_type, brings_contacts, ...brought };
		}),
});
