import { z } from 'zod';
import { PinterestAdsError } from '../../client/errors';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { json } from '../../fields/kinds';
import { changesInWords } from '../../preview/changes';
import type { Preview, PreviewChange } from '../../preview/preview';
import { groupedBy } from '../../values/grouping';
import type { CHANGES, ColumnsOf } from '../tables';

const FIELDS = {
	question: json<object, unknown>(
		{
			label: 'Question',
			description: 'What Ask for a Launch or Ask for an Update gave',
			example: '{ "kind": "update", "summary": "Pause it" }',
		},
		z.record(z.unknown()),
	),
};

/** The input of `addPreview`. */
export const addPreviewInput = inputOf(FIELDS);
/** What `addPreview` takes beside the preview. @interface */
export type QuestionToComplete = GivenTo<typeof addPreviewInput>;

/** As much as a person reads before deciding. */
const MOST_LINES = 20;
const LONGEST = 300;

/**
 * The question to a person with what Pinterest's side of it is: what would be created, or what would be different, from
 * what to what.
 * @param preview what a preview of the same launch or update gave
 * @returns the question, with more in its `summary`
 * @throws PinterestAdsError `invalid` where it is not a preview, or what is asked for is so already: nobody is asked
 */
export function addPreview(
	preview: Partial<Preview>,
	given: QuestionToComplete,
): ColumnsOf<typeof CHANGES> {
	const question = (readInput(addPreviewInput, given).question ?? {}) as ColumnsOf<typeof CHANGES>;
	if (preview.preview !== true) throw noPreview();
	const { changes = [], requests = [], warnings = [] } = preview;
	const isLaunch = question.kind === 'launch';
	if (requests.length === 0 || (!isLaunch && changes.length === 0)) throw isSoAlready(isLaunch);
	const lines = isLaunch ? linesOfLaunch(preview) : linesOfUpdate(changes);
	const notes = warnings.map((warning) => `Note: ${warning}`);
	const summary = [question.summary ?? '', '', ...bounded([...lines, ...notes])].join('\n');
	return { ...question, summary };
}

const linesOfUpdate = (changes: readonly PreviewChange[]) => [
	'What changes at Pinterest:',
	...changes.map(({ field, from, to }) =>
		from === undefined
			? `${field}: to ${textOf(to)}. What it is now could not be read.`
			: `${field}: from ${textOf(from)} to ${textOf(to)}`,
	),
];

const linesOfLaunch = ({ would = '', changes = [] }: Partial<Preview>) => [
	would.replace(/^Would /, 'At Pinterest this would '),
	...[...groupedBy(changes, ({ of = '' }) => of)].flatMap(([of, own]) => {
		const words = changesInWords(own);
		return words === '' ? [] : [`${of}: ${words}`];
	}),
];

const textOf = (value: unknown) =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

/** A name must not look like a line of its own, and what is too long is not read. */
function bounded(lines: readonly string[]): string[] {
	const short = lines.map((line) => {
		const flat = line.replace(/\s+/g, ' ').trim();
		return flat.length > LONGEST ? `${flat.slice(0, LONGEST)}…` : flat;
	});
	const left = short.length - MOST_LINES;
	return left <= 0 ? short : [...short.slice(0, MOST_LINES), `And ${left} more.`];
}

const noPreview = () =>
	new PinterestAdsError('invalid', 'There is no preview of what would be done.', {
		hint: 'Run the launch or the update with Preview switched on before a person is asked.',
	});

const isSoAlready = (isLaunch: boolean) =>
	new PinterestAdsError(
		'invalid',
		isLaunch
			? 'All of this launch exists at Pinterest already: nothing would be created.'
			: 'Nothing would be different: it is so at Pinterest already.',
		{ hint: 'Nobody needs to approve anything.' },
	);
