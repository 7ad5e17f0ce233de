import {
	checkLaunch as check,
	checkLaunchInput,
	type KnownConnection,
	type LaunchQuestion,
} from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { CEILING } from './ceilingWords';
import { allItems } from '../../PinterestAds/allItems';

const { properties, fields, read } = formOf(checkLaunchInput.fields, {
	first: ['form', 'audience'],
	// Nothing is launched with what is only an example.
	shown: { form: { starts: '{}' }, audience: { starts: '{}' } },
});

interface Given {
	readonly connections: readonly KnownConnection[];
	readonly question: LaunchQuestion;
}

export const checkLaunch = operation<Given>({
	name: 'Check a Launch',
	value: 'checkLaunch',
	action: 'Check a launch',
	description:
		'From the rows of pinterest_connection, tell whether a campaign may be launched, and give the row of pinterest_launches that claims its name',
	local: true,
	properties,
	fields,
	plan: (fieldsOf, itemCount) =>
		allItems<Given, KnownConnection>(fieldsOf, itemCount, (connections, reader) => ({
			...{ connections, question: read(reader) },
		})),
	run: async ({ functions }, inputs) =>
		await eachOutcome(inputs, async ({ connections, question }) =>
			check(connections, question, {
				id: functions.getExecutionId(),
				now: n8nClock.now(),
				ceilingPlace: CEILING.place,
			}),
		),
});
