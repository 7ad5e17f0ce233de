import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { inOrder } from '../form/inOrder';
import { SINCE_1_1 } from '../form/versions';
import type { Operation } from '../operation';
import { previewFields } from './previewField';
import { fieldsOfAnswer, type Answer } from './answer';

/** The fields that ask how much of an answer is wanted. Version 1 of the node has none of them. */
export const SIMPLIFY = 'simplify';
export const OUTPUT = 'toolOutput';
export const OUTPUT_FIELDS = 'toolOutputFields';

const IN_TOOL = { '@version': SINCE_1_1, '@tool': [true] };

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: SIMPLIFY,
	type: 'boolean',
	default: true,
	displayOptions: { show: { '@version': SINCE_1_1 }, hide: { '@tool': [true] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Of a tool: what a model is handed, which is confused by too much. */
const output = (displayName: string): INodeProperties => ({
	displayName,
	name: OUTPUT,
	type: 'options',
	options: [
		{ name: 'Raw', value: 'raw', description: 'All fields' },
		{ name: 'Selected Fields', value: 'selected', description: 'Only those that you choose' },
		{
			name: 'Simplified',
			value: 'simplified',
			description: 'The ten most useful fields at most, amounts in currency as well',
		},
	],
	default: 'simplified',
	displayOptions: { show: IN_TOOL },
	description: 'What the model is given of the answer',
});

const chosen = (answer: Answer): INodeProperties => ({
	displayName: 'Fields',
	name: OUTPUT_FIELDS,
	type: 'multiOptions',
	options: optionsOf(answer),
	default: [],
	displayOptions: { show: { ...IN_TOOL, [OUTPUT]: ['selected'] } },
	description:
		'Which fields the model is given. The ID and warnings come with them. An expression may give their names with commas between them.',
});

const optionsOf = (answer: Answer): INodePropertyOptions[] =>
	fieldsOfAnswer(answer)
		.map((name) => ({ name: labelOf(name), value: name }))
		.sort((a, b) => inOrder(a.name, b.name));

const SPELLED: Readonly<Record<string, string>> = {
	...{ id: 'ID', ids: 'IDs', url: 'URL', urls: 'URLs', html: 'HTML', ios: 'iOS' },
};

/** As n8n writes labels: `ad_account_id` is "Ad Account ID". */
const labelOf = (name: string) =>
	name
		.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
		.split('_')
		.map((word) => SPELLED[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');

function extentFields(answer: Answer | undefined, properties: readonly INodeProperties[]) {
	if (answer?.simplified === undefined) return [];
	const isTaken = properties.some(({ displayName }) => displayName === 'Output');
	return [simplify, output(isTaken ? 'Output Fields' : 'Output'), chosen(answer)];
}

/**
 * The form of an operation: its own fields, and before what can be added to it whether it is only previewed, and how
 * much of the answer is wanted.
 */
export function withOutput(operation: Operation): INodeProperties[] {
	const { answer, properties } = operation;
	const own = [...previewFields(operation), ...extentFields(answer, properties)];
	const added = properties.findIndex(({ name }) => ADDED.includes(name));
	const before = added < 0 ? properties.length : added;
	return [...properties.slice(0, before), ...own, ...properties.slice(before)];
}

const ADDED = ['options', 'filters', 'sort'];
