import type { INodeProperties } from 'n8n-workflow';

/** What the records are, for every operation that takes some. */
export const listTypeField: INodeProperties = {
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
};

/** Where the records come from; read by `recordSources.ts`. */
export const recordSourceFields: INodeProperties[] = [
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
				name: 'File',
				value: 'file',
				description: 'Each input item is one audience with a CSV, text or NDJSON file',
			},
			{
				name: 'Input Items',
				value: 'items',
				description: 'Each input item is one contact; items with the same audience go together',
			},
		],
		default: 'items',
		description: 'Where the contacts come from',
	},
	{
		displayName: 'Record',
		name: 'record',
		type: 'string',
		default: '={{ $json.email }}',
		displayOptions: { show: { recordsFrom: ['items'] } },
		description: 'The email address (or device ID) of one contact',
	},
	{
		displayName: 'Records',
		name: 'records',
		type: 'json',
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
		displayName: 'Input Binary Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		displayOptions: { show: { recordsFrom: ['file'] } },
		description: 'The name of the binary field that holds the file',
		hint: 'CSV, text or NDJSON; it is read as a stream and may be large',
	},
	{
		displayName: 'Column',
		name: 'column',
		type: 'string',
		default: '',
		placeholder: 'e.g. email, or 2',
		displayOptions: { show: { recordsFrom: ['file'] } },
		description:
			'The name or number of the column with the records. Empty means that it is found by its heading or its content.',
	},
];

/** For the "Options" of these operations. */
export const fileOptionFields: INodeProperties[] = [
	{
		displayName: 'Delimiter',
		name: 'delimiter',
		type: 'string',
		default: '',
		placeholder: 'e.g. ;',
		description: 'What separates the columns of a CSV file. Empty means that it is found out.',
	},
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{ name: 'CSV', value: 'csv' },
			{ name: 'NDJSON', value: 'ndjson', description: 'One JSON object a line' },
			{ name: 'Text', value: 'txt', description: 'One record a line' },
		],
		default: 'csv',
		description: 'How to read the file, where its name does not tell',
	},
	{
		displayName: 'Has Header',
		name: 'hasHeader',
		type: 'boolean',
		default: true,
		description:
			'Whether the first row of a CSV file names the columns; otherwise that is found out',
	},
];

export const hashingField: INodeProperties = {
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
};

export const batchLimitFields: INodeProperties[] = [
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
];

export const waitField: INodeProperties = {
	displayName: 'Wait for Ready (Minutes)',
	name: 'waitForReadyMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'How long to wait until Pinterest has matched the people. It often takes hours; 0 means not to wait.',
};

export const recordIdField: INodeProperties = {
	displayName: 'Record ID',
	name: 'id',
	type: 'string',
	default: '',
	description: 'Your own ID of the audience record, handed through to the output',
};
