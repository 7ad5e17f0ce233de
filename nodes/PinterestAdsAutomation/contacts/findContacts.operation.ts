import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	audienceMeant,
	findContacts as find,
	PinterestAdsError,
	recordsFromFile,
	recordsFromValue,
	upToLargestFile,
	type AudienceRequest,
	type NamedAudience,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { chunksOf } from '../../PinterestAds/transport/binary';
import { firstOfNode } from '../../PinterestAds/transport/otherNodes';
import { itemField, nodeField, nodeNamed, objectIn } from './fields';

interface Sent {
	readonly request: AudienceRequest;
	readonly row: Parameters<typeof audienceMeant>[1];
	readonly item?: INodeExecutionData;
	readonly binaryField: string;
}

export const findContacts = operation<Sent>({
	name: 'Find Contacts',
	value: 'findContacts',
	action: 'Find the contacts that came for an audience',
	description:
		'Find the contacts in a file or a request, each once, and count what is left out. The input item is the audience’s row in the table pinterest_audiences, or an empty one.',
	personalInput: true,
	local: true,
	properties: [
		itemField(
			'Request',
			'request',
			"={{ $('The audience').first().json }}",
			'What Read Audience Request has given',
		),
		nodeField(
			'Contacts From',
			'contactsFrom',
			'Contacts to add',
			'The name of the node whose item has the file, or the contacts in its field analysis_data',
		),
		{
			displayName: 'Input Binary Field',
			name: 'binaryField',
			type: 'string',
			default: 'contact_file',
			description: 'The name of the binary field that holds the file',
		},
	],
	read: (fields, functions) => ({
		request: objectIn(fields.value('request')) as unknown as AudienceRequest,
		row: fields.json(),
		item: firstOfNode(functions, nodeNamed(fields, 'contactsFrom')),
		binaryField: String(fields.value('binaryField')),
	}),
	run: async ({ functions }, inputs) =>
		await eachOutcome(inputs, async ({ request, row, item, binaryField }) => {
			const audience = audienceMeant(request, row);
			const found = await findIn(functions, audience, item, binaryField);
			// Given as a list of one, as its field `records` would be taken for the list itself.
			return { records: [found] };
		}),
});

async function findIn(
	functions: IExecuteFunctions,
	audience: NamedAudience,
	item: INodeExecutionData | undefined,
	binaryField: string,
) {
	const listType = audience.list_type;
	const file = item?.binary?.[binaryField];
	if (file !== undefined) {
		const options = { listType, fileName: file.fileName ?? nameBy(file.fileExtension) };
		const chunks = upToLargestFile(chunksOf(functions, file));
		return await find(audience, (say) => recordsFromFile(chunks, options, say), 'file');
	}
	const value = item?.json.analysis_data;
	if (value === undefined || value === null) {
		const hint = 'Choose a file with one contact in each row.';
		throw new PinterestAdsError('invalid', 'There is no file with contacts.', {
			field: 'File',
			hint,
		});
	}
	return await find(audience, (say) => recordsFromValue(value, { listType }, say), 'request');
}

const nameBy = (ending: string | undefined) => ending && `file.${ending}`;
