import { claimLaunch as claim, type LaunchRow } from '../../../../worker/src';
import { operation } from '../../operation';
import { eachOutcome } from '../../perItem';
import { n8nClock } from '../../transport/clock';

interface Given {
	readonly rows: ReadonlyArray<Partial<LaunchRow>>;
	readonly own: number;
}

export const claimLaunch = operation<Given>({
	name: 'Claim a Launch',
	value: 'claimLaunch',
	action: 'Claim a launch',
	description:
		'From the rows of pinterest_launches of one campaign, tell whether it is this run’s turn to launch it',
	local: true,
	properties: [
		{
			displayName: 'Own Row',
			name: 'ownRow',
			type: 'number',
			default: 0,
			description: 'The ID of the row that this run has written',
		},
	],
	plan: (fieldsOf, itemCount) => {
		const items = Array.from({ length: itemCount }, (_, item) => item);
		const rows = items.map((item) => fieldsOf(item).json() as Partial<LaunchRow>);
		return [{ items, input: { rows, own: Number(fieldsOf(0).value('ownRow')) } }];
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ rows, own }) => claim(rows, own, n8nClock.now())),
});
