import { planSync as plan, type SyncRequest } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { rowIn } from './rows';

export const planSync = operation<SyncRequest>({
	name: 'Plan Sync',
	value: 'planSync',
	action: 'Plan the sync of an audience',
	description:
		'Decide whether an audience may be synced now: gives what to write to claim its row, or the outcome with the reason',
	local: true,
	properties: [
		{
			displayName: 'Audience Key',
			name: 'audienceKey',
			type: 'string',
			default: '={{ $json.audience_key }}',
			description: 'Which audience the caller has asked for',
		},
		{
			displayName: 'Sync Round',
			name: 'syncRound',
			type: 'string',
			default: '={{ $json.sync_round }}',
			description:
				'For a caller that works through a list: the sync_round that the row had on it. Empty for one that has no list.',
		},
		{
			displayName: 'Audience',
			name: 'audience',
			type: 'json',
			default: '={{ $json.audience }}',
			description: 'The row of the table pinterest_audiences',
		},
		{
			displayName: 'Connection',
			name: 'connection',
			type: 'json',
			default: '={{ $json.connection }}',
			description: 'The row of the table pinterest_connection',
		},
	],
	read: (fields) => {
		const round = fields.value('syncRound');
		const key = fields.value('audienceKey');
		return {
			audienceKey: typeof key === 'string' ? key : '',
			listedRound: isGiven(round) ? Number(round) : undefined,
			audience: rowIn(fields.value('audience')),
			connection: rowIn(fields.value('connection')),
		};
	},
	run: async ({ functions }, inputs) => {
		const run = functions.getExecutionId();
		return await eachOutcome(inputs, async (request) =>
			plan(request, { run, now: n8nClock.now() }),
		);
	},
});

const isGiven = (round: unknown) => round !== undefined && round !== null && round !== '';
