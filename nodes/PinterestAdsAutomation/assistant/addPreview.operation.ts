import {
	addPreview as add,
	addPreviewInput,
	type Preview,
	type QuestionToComplete,
} from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';

const { properties, fields, read } = formOf(addPreviewInput.fields, {
	first: ['question'],
	// Nobody is asked about what is only an example.
	shown: { question: { starts: '{}' } },
});

interface Given {
	readonly preview: Partial<Preview>;
	readonly question: QuestionToComplete;
}

export const addPreview = operation<Given>({
	name: 'Add a Preview',
	value: 'addPreview',
	action: 'Add a preview',
	description:
		'To what Ask for a Launch or Ask for an Update gave, add what a preview says: what a person approves, from what to what',
	local: true,
	properties,
	fields,
	read: (reader) => ({ preview: reader.json(), question: read(reader) }),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ preview, question }) => add(preview, question)),
});
