import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import {
	contactsOfFile,
	pickContacts as pick,
	type FetchedFile,
	type ListType,
	type RowSource,
} from '../../../worker/src';
import type { FieldReader } from '../../PinterestAds/fieldReader';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { chunksOf } from '../../PinterestAds/transport/binary';
import { together } from './fields';

const onlyFile = { show: { source: ['file'] } };

const properties: INodeProperties[] = [
	{
		displayName: 'Contacts From',
		name: 'source',
		type: 'options',
		options: [
			{
				name: 'Database Query',
				value: 'query',
				description: 'The input items are rows with the column record',
			},
			{
				name: 'File',
				value: 'file',
				description: 'The input item has a CSV file, or says why it could not be fetched',
			},
			{
				name: 'Google Sheet',
				value: 'sheet',
				description: 'The input items are rows with the columns audience and email',
			},
		],
		default: 'sheet',
		description: 'Where the contacts come from',
	},
	{
		displayName: 'Audience Key',
		name: 'audienceKey',
		type: 'string',
		default: "={{ $('For an audience').first().json.audience_key }}",
		required: true,
		description: 'Whose contacts are wanted: the audience’s name in lower case',
	},
	{
		displayName: 'Read By',
		name: 'readBy',
		type: 'string',
		default: '',
		required: true,
		description: 'The name of the node that reads or fetches them, for messages',
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		displayOptions: onlyFile,
		description: 'The name of the binary field that holds the file',
	},
	{
		displayName: 'Column',
		name: 'column',
		type: 'string',
		default: '',
		placeholder: 'e.g. email, or 2',
		displayOptions: onlyFile,
		description:
			'The name or number of the column with the records. Empty means that it is found by its heading or its content.',
	},
	{
		displayName: 'List Type',
		name: 'listType',
		type: 'options',
		options: [
			{ name: 'Email', value: 'EMAIL' },
			{ name: 'IDFA', value: 'IDFA' },
			{ name: 'MAID', value: 'MAID' },
		],
		default: 'EMAIL',
		displayOptions: onlyFile,
		description: 'What the records are',
	},
];

type Picked = () => Promise<readonly string[]>;

export const pickContacts = operation<Picked>({
	name: 'Pick Contacts',
	value: 'pickContacts',
	action: 'Pick the contacts of an audience',
	description:
		'Pick the contacts of one audience out of the rows of a sheet or a query, or out of a file, one item each. Where there are none, the workflow fails in words.',
	personalInput: true,
	local: true,
	properties,
	plan(fieldsOf, itemCount, functions) {
		if (itemCount === 0) return [];
		const fields = fieldsOf(0);
		const audienceKey = String(fields.value('audienceKey'));
		const readBy = String(fields.value('readBy'));
		const source = fields.value('source') as RowSource | 'file';
		if (source === 'file')
			return together(itemCount, inFile(fields, functions, audienceKey, readBy));
		const picked: Picked = async () => {
			const rows = Array.from({ length: itemCount }, (_, item) => fieldsOf(item).json());
			return pick(rows, { source, audienceKey, readBy });
		};
		return together(itemCount, picked);
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (picked) => ({
			records: (await picked()).map((record): IDataObject => ({ record })),
		})),
});

function inFile(
	fields: FieldReader,
	functions: IExecuteFunctions,
	audienceKey: string,
	readBy: string,
): Picked {
	const { column, listType } = fields.pick('column', 'listType') as {
		column?: string;
		listType?: ListType;
	};
	const binary = functions.getInputData()[0].binary?.[String(fields.value('binaryField'))];
	const file: FetchedFile | undefined = binary && {
		name: binary.fileName,
		mimeType: binary.mimeType,
		chunks: chunksOf(functions, binary),
	};
	const row = fields.json();
	return async () => await contactsOfFile({ audienceKey, readBy, listType, column, row, file });
}
