import {
	dashboardAddress,
	pressedOutcome,
	type DashboardPeriod,
	type DashboardRequest,
	type Pressed,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { firstOfNode } from '../../PinterestAds/transport/otherNodes';
import { failureIn } from '../contacts/failed';
import { nodeNamed } from '../contacts/fields';
import { nodeName } from '../nodeName';

interface Answered {
	readonly period: DashboardPeriod;
	readonly pressed: Pressed;
}

export const answerDashboardButton = operation<Answered>({
	name: 'Answer a Button',
	value: 'answerDashboardButton',
	action: 'Answer a button of the dashboard',
	description:
		'Make the address that a browser is sent to after it has pressed a button, so that a reload presses nothing. The input item is what came of it.',
	local: true,
	properties: [
		{
			displayName: 'What Came of It',
			name: 'cameOf',
			type: 'options',
			options: [
				{
					name: 'As the Input Item Says',
					value: 'item',
					description: 'What the sync of an audience has given, or its error',
				},
				{
					name: 'It Has Only Been Started',
					value: 'started',
					description: 'The cards of the page say how it goes on',
				},
			],
			default: 'item',
			description: 'Whether the sync has ended',
		},
		nodeName(
			'requestFrom',
			'Request From',
			'What is wanted',
			'that has read the request of the browser',
		),
	],
	read(fields, functions) {
		const request = (firstOfNode(functions, nodeNamed(fields, 'requestFrom'))?.json ??
			{}) as unknown as DashboardRequest;
		const { period, audience_key: audienceKey = '', pressed } = request;
		const json = fields.json();
		const failure = failureIn(json);
		if (pressed) return { period, pressed };
		if (failure) {
			const outcome = failure.kind === 'not-found' ? 'unknown' : 'failed';
			return { period, pressed: { outcome, audienceKey } };
		}
		const outcome = fields.value('cameOf') === 'started' ? 'started' : pressedOutcome(json.outcome);
		return { period, pressed: { outcome, audienceKey } };
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ period, pressed }) => ({
			address: dashboardAddress(period, pressed, n8nClock.now()),
			outcome: pressed.outcome,
		})),
});
