import { outcomeOf, type AudienceRow, type SyncFailure } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { objectIn, rowIn } from './rows';

interface Written {
	readonly row?: AudienceRow;
	readonly failure?: SyncFailure;
}

export const reportSync = operation<Written>({
	name: 'Report Sync',
	value: 'reportSync',
	action: 'Report what came of the sync of an audience',
	description:
		'Tell from the row of an audience as it is now what came of this execution’s sync: synced, error or skipped, with the reason',
	local: true,
	properties: [
		{
			displayName: 'Failure',
			name: 'failure',
			type: 'json',
			default: '',
			description: 'What the sync failed with; empty where it did not',
		},
	],
	read: (fields) => ({
		row: rowIn(fields.json()),
		failure: objectIn(fields.value('failure')) as SyncFailure | undefined,
	}),
	run: async ({ functions }, inputs) => {
		const run = functions.getExecutionId();
		return await eachOutcome(inputs, async ({ row, failure }) => outcomeOf(row, run, failure));
	},
});
