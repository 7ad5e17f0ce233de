import { rowAfterSync, type AudienceRow, type SyncResult } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { audienceProperty, claimedRow } from './rows';

interface Ended {
	readonly audience: AudienceRow;
	readonly result: SyncResult;
}

export const recordSync = operation<Ended>({
	name: 'Record Sync',
	value: 'recordSync',
	action: 'Record how the sync of an audience ended',
	description:
		'Make the columns of the table pinterest_audiences of what a sync gave, or failed with',
	local: true,
	properties: [audienceProperty],
	read: (fields) => ({
		audience: claimedRow(fields),
		result: fields.json() as SyncResult,
	}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ audience, result }) => rowAfterSync(audience, result)),
});
