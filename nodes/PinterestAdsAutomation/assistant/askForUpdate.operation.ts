import {
	askForUpdate as ask,
	askForUpdateInput,
	type KnownConnection,
	type UpdateToAskFor,
} from '../../../worker/src';
import { allItems } from '../../PinterestAds/allItems';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { CEILING } from '../launches/ceilingWords';

const { properties, fields, read } = formOf(askForUpdateInput.fields, {
	first: ['asked'],
	// Nobody is asked about what is only an example.
	shown: { asked: { starts: '{}' } },
});

interface Given {
	readonly connections: readonly KnownConnection[];
	readonly question: UpdateToAskFor;
}

export const askForUpdate = operation<Given>({
	name: 'Ask for an Update',
	value: 'askForUpdate',
	action: 'Ask for an update',
	description:
		'From the rows of pinterest_connection, make the row of pinterest_changes that says what a person is asked before an assistant’s change of a campaign is done',
	local: true,
	properties,
	fields,
	plan: (fieldsOf, itemCount) =>
		allItems<Given, KnownConnection>(fieldsOf, itemCount, (connections, reader) => ({
			...{ connections, question: read(reader) },
		})),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ connections, question }) =>
			ask(connections, question, { ceilingPlace: CEILING.place, now: n8nClock.now() }),
		),
});
