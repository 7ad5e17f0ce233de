import type { IDataObject } from 'n8n-workflow';
import { PinterestAdsError } from '../../../worker/src';
import { textOf, type FieldReader } from '../fieldReader';
import type { Operation } from '../operation';
import { fieldsOfAnswer, givenAs, type Answer, type Extent } from './answer';
import { PREVIEWED, PREVIEWED_FOR_MODEL } from './previewField';
import { OUTPUT, OUTPUT_FIELDS, SIMPLIFY } from './outputFields';

/**
 * What is made of the records of one item's answer.
 * @throws PinterestAdsError for a chosen field that none of them has, where only they can tell
 */
export type Give = (records: readonly IDataObject[]) => IDataObject[];

/**
 * How the answer to an item is to be given, as its form says. Undefined: as it is, as version 1 of the node has it.
 * @throws PinterestAdsError for a chosen field that no answer has, before anything is done
 */
export function giveOf(
	operation: Operation,
	fields: FieldReader,
	isPreview: boolean,
): Give | undefined {
	if (isPreview) {
		const isForModel = fields.value(OUTPUT) === 'simplified';
		return (records) => records.map(isForModel ? givenToModel : givenAsPreview);
	}
	const answer = operation.answerTo?.(fields) ?? operation.answer;
	if (fields.version < 1.1 || answer === undefined) return undefined;
	const extent = extentOf(answer, fields);
	const give = givenAs(answer, extent);
	return (records) => {
		if (answer.isOpen && isChosen(extent)) requireKnown(extent, namesIn(answer, records));
		return records.map(give);
	};
}

const givenAsPreview = givenAs(PREVIEWED, 'raw');
const givenToModel = givenAs(PREVIEWED_FOR_MODEL, 'simplified');

const isChosen = (extent: Extent): extent is readonly string[] => typeof extent !== 'string';

const namesIn = (answer: Answer, records: readonly IDataObject[]) => [
	...new Set([...records.flatMap(Object.keys), ...fieldsOfAnswer(answer)]),
];

function extentOf(answer: Answer, fields: FieldReader): Extent {
	const output = fields.value(OUTPUT);
	if (output === 'selected') return chosenFields(answer, fields.value(OUTPUT_FIELDS));
	const simplify = fields.value(SIMPLIFY);
	return output === 'simplified' || textOf(simplify) === 'true' ? 'simplified' : 'raw';
}

/** From the list, or by an expression that gives a list or a text with commas. */
function chosenFields(answer: Answer, given: unknown): string[] {
	const chosen = (Array.isArray(given) ? given : textOf(given).split(','))
		.map((name) => textOf(name).trim())
		.filter((name) => name !== '');
	if (!answer.isOpen) requireKnown(chosen, fieldsOfAnswer(answer));
	return chosen;
}

function requireKnown(chosen: readonly string[], known: readonly string[]): void {
	const unknown = chosen.filter((name) => !known.includes(name));
	if (unknown.length === 0) return;
	throw new PinterestAdsError(
		'invalid',
		`Fields: the answer has no ${unknown.length === 1 ? 'field' : 'fields'} ${unknown.join(', ')}`,
		{ field: 'Fields', hint: `It can have these: ${known.join(', ')}.` },
	);
}
