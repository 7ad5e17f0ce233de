import {
	checkLaunch as check,
	type AudienceRow,
	type ConnectionRow,
	type LaunchForm,
} from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { n8nClock } from '../../transport/clock';
import { CEILING_WORDS, givenBy } from './launchFields';

interface Given {
	readonly connections: ReadonlyArray<Partial<ConnectionRow>>;
	readonly form: LaunchForm;
	readonly audience: Partial<AudienceRow>;
}

export const checkLaunch = operation<Given>({
	name: 'Check a Launch',
	value: 'checkLaunch',
	action: 'Check a launch',
	description:
		'From the rows of pinterest_connection, tell whether a campaign may be launched, and give the row that claims its name',
	local: true,
	properties: [
		givenBy('form', 'Form', '={{ $json }}', 'What Read a Launch Form gave'),
		givenBy('audience', 'Audience', '={{ {} }}', 'The row of the form’s audience, if there is one'),
	],
	plan: (fieldsOf, itemCount) => {
		const items = Array.from({ length: itemCount }, (_, item) => item);
		const first = fieldsOf(0);
		const connections = items.map((item) => fieldsOf(item).json());
		const form = first.value('form') as LaunchForm;
		const audience = (first.value('audience') || {}) as Partial<AudienceRow>;
		return [{ items, input: { connections, form, audience } as unknown as Given }];
	},
	run: async ({ functions }, inputs) =>
		await eachOutcome(inputs, async (given) =>
			check({
				...given,
				run: functions.getExecutionId(),
				now: n8nClock.now(),
				ceilingPlace: CEILING_WORDS.place,
			}),
		),
});
