import type { INodeProperties } from 'n8n-workflow';
import { adAccountField, locator } from '../fields';

export const syncFields: INodeProperties[] = [
	adAccountField,
	{
		displayName: 'Audience Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Newsletter subscribers',
		description:
			'The name of the Customer List and its audience at Pinterest. An audience of this name is extended.',
	},
	{
		displayName: 'Records From',
		name: 'recordsFrom',
		type: 'options',
		options: [
			{
				name: 'Field',
				value: 'field',
				description: 'Each input item is one audience that carries all its records in a field',
			},
			{
				name: 'Input Items',
				value: 'items',
				description:
					'Each input item is one contact; items with the same audience name go together',
			},
		],
		default: 'items',
		description: 'Where the contacts come from',
	},
	{
		displayName: 'Record',
		name: 'record',
		type: 'string',
		required: true,
		default: '={{ $json.email }}',
		displayOptions: { show: { recordsFrom: ['items'] } },
		description: 'The email address (or device ID) of one contact',
	},
	{
		displayName: 'Records',
		name: 'records',
		type: 'json',
		required: true,
		default: '={{ $json.analysis_data }}',
		displayOptions: { show: { recordsFrom: ['field'] } },
		description:
			'All email addresses (or device IDs): an array, a text with commas or line breaks, or an object that holds them at any depth',
	},
	{
		displayName: 'Path to Records',
		name: 'path',
		type: 'string',
		default: '',
		placeholder: 'e.g. segments.contacts.email',
		displayOptions: { show: { recordsFrom: ['field'] } },
		description:
			'Where in the object the records are. Empty means that email addresses are searched for.',
	},
	{
		displayName: 'List Type',
		name: 'listType',
		type: 'options',
		options: [
			{
				name: 'Email',
				value: 'EMAIL',
				description: 'Email addresses; Pinterest hashes them for matching',
			},
			{
				name: 'IDFA',
				value: 'IDFA',
				description: 'IOS advertising identifiers; hashed before sending',
			},
			{
				name: 'MAID',
				value: 'MAID',
				description: 'Mobile advertising IDs of iOS and Android; hashed before sending',
			},
		],
		default: 'EMAIL',
		description: 'What the records are',
	},
	locator({
		displayName: 'Audience',
		name: 'audienceId',
		search: 'searchAudiences',
		description:
			'An audience that exists at Pinterest already. Leave empty to find or create it by its name.',
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Customer List ID',
				name: 'customerListId',
				type: 'string',
				default: '',
				description: 'A Customer List that exists at Pinterest already, to be extended',
			},
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				default: '',
				description: 'Shown with the audience in Ads Manager; used when the audience is created',
			},
			{
				displayName: 'Hash Emails First',
				name: 'hashing',
				type: 'options',
				options: [
					{ name: 'MD5', value: 'md5' },
					{
						name: 'No',
						value: 'none',
						description: 'Sent in lower case over HTTPS; Pinterest hashes them',
					},
					{ name: 'SHA-1', value: 'sha1' },
					{ name: 'SHA-256', value: 'sha256' },
				],
				default: 'none',
				description: 'Whether email addresses are hashed before they leave n8n',
			},
			{
				displayName: 'Max Bytes per Batch',
				name: 'maxBytesPerBatch',
				type: 'number',
				typeOptions: { minValue: 1000 },
				default: 1000000,
				description: 'How large one request to Pinterest may become',
			},
			{
				displayName: 'Max Records per Batch',
				name: 'maxRecordsPerBatch',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 10000,
				description: 'How many records one request to Pinterest may carry',
			},
			{
				displayName: 'Record ID',
				name: 'id',
				type: 'string',
				default: '',
				description: 'Your own ID of the audience record, handed through to the output',
			},
		],
	},
];
