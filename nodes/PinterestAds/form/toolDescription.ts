import type { INodeProperties } from 'n8n-workflow';
import type { Field } from '../../../worker/src';
import type { Operation } from '../operation';

/**
 * What a model is told where the node is a tool. Of a parameter that the model fills in, n8n's editor hands over
 * the label alone, without description and choices; so the words that a choice is made of are told here.
 * Only the tool has this field, in the place of n8n's own.
 */
export const toolDescription = (operation: Operation): INodeProperties => ({
	displayName: 'Tool Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 4 },
	default: toldOf(operation),
	description: 'What the model is told about this tool. Empty: only what it does.',
	displayOptions: { show: { '@tool': [true] } },
});

/** Some providers of models take no longer one. */
const LONGEST = 1000;

function toldOf({ description, fields = {}, properties }: Operation): string {
	// In the form's order, what comes first matters most. What it does not ask for, or by another name and in
	// another unit, a model cannot fill in.
	const all = [...new Set(properties.flatMap(namesIn))].flatMap((name) => fields[name] ?? []);
	const required = all.filter(({ need }) => need === 'required').map(({ label }) => label);
	const parts = [
		`${description}.`,
		...(required.length === 0 ? [] : [`Required: ${required.join(', ')}.`]),
		...all.flatMap(wordsOf),
	];
	let told = '';
	for (const part of parts) {
		if (told.length + part.length < LONGEST) told += told === '' ? part : `\n${part}`;
	}
	return told;
}

const namesIn = ({ type, name, options }: INodeProperties): string[] =>
	type === 'collection' ? (options as INodeProperties[]).map((one) => one.name) : [name];

const wordsOf = ({ label, choices = {}, unit }: Field): string[] => {
	const words = Object.keys(choices);
	if (words.length > 0) return [`${label}: ${words.join(', ')}.`];
	return unit === undefined ? [] : [`${label}: ${unit}.`];
};
