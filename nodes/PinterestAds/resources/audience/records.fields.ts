import type { INodeProperties } from 'n8n-workflow';
import { recordFileInput, recordSourceInput, type Fields } from '../../../../worker/src';
import { propertyOf } from '../../form/property';

/** What every operation that takes records asks for besides what the worker's task takes. */

const { column, delimiter, format, hasHeader } = recordFileInput.fields;

/** How to read a file, among the "Options". */
export const FILE_OPTIONS = { delimiter, format, hasHeader } satisfies Fields;

/** Of a source, what the worker reads. */
export const SOURCE_FIELDS = { path: recordSourceInput.fields.path, column } satisfies Fields;

/** Where the records come from; read by `recordSources.ts`. */
export const recordSourceProperties: INodeProperties[] = [
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
		...propertyOf('path', recordSourceInput.fields.path),
		displayOptions: { show: { recordsFrom: ['field'] } },
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
		...propertyOf('column', column),
		displayOptions: { show: { recordsFrom: ['file'] } },
	},
];

/** What n8n's forms say of the worker's fields in words, and units, of their own. */
export const SHOWN = {
	hashing: { description: 'Whether email addresses are hashed before they leave n8n' },
	waitForReadyMs: {
		inUnit: {
			name: 'waitForReadyMinutes',
			displayName: 'Wait for Ready (Minutes)',
			times: 60_000,
		},
	},
};
