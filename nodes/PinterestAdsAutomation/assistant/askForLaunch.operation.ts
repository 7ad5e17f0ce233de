import {
	askForLaunch as ask,
	askForLaunchInput,
	type LaunchRow,
	type LaunchToAskFor,
} from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';

const { properties, fields, read } = formOf(askForLaunchInput.fields, {
	first: ['form'],
	// Nobody is asked about what is only an example.
	shown: { form: { starts: '{}' } },
});

interface Given {
	readonly claim: Partial<LaunchRow>;
	readonly question: LaunchToAskFor;
}

export const askForLaunch = operation<Given>({
	name: 'Ask for a Launch',
	value: 'askForLaunch',
	action: 'Ask for a launch',
	description:
		'From what Check a Launch gave, make the row of pinterest_changes that says what a person is asked before an assistant’s launch is done',
	local: true,
	properties,
	fields,
	read: (reader) => ({ claim: reader.json(), question: read(reader) }),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ claim, question }) => ask(claim, question, n8nClock.now())),
});
