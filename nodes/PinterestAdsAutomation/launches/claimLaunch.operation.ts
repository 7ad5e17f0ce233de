import {
	claimLaunch as claim,
	claimLaunchInput,
	type ClaimQuestion,
	type LaunchRow,
} from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { allItems } from '../../PinterestAds/allItems';

const { properties, fields, read } = formOf(claimLaunchInput.fields, { first: ['ownRow'] });

interface Given {
	readonly rows: ReadonlyArray<Partial<LaunchRow>>;
	readonly question: ClaimQuestion;
}

export const claimLaunch = operation<Given>({
	name: 'Claim a Launch',
	value: 'claimLaunch',
	action: 'Claim a launch',
	description:
		'From all rows of pinterest_launches with the same key, tell whether it is this execution’s turn to launch the campaign',
	local: true,
	properties,
	fields,
	plan: (fieldsOf, itemCount) =>
		allItems<Given, Partial<LaunchRow>>(fieldsOf, itemCount, (rows, reader) => ({
			...{ rows, question: read(reader) },
		})),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ rows, question }) => claim(rows, question, n8nClock.now())),
});
