import { syncPage, type SyncedRow } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';

export const describeSync = operation<SyncedRow>({
	name: 'Describe Sync',
	value: 'describeSync',
	action: 'Describe what came of a sync',
	description:
		'Make the title and the text of a form’s last page from what the sync of an audience has given, which is the input item',
	local: true,
	properties: [],
	read: (fields) => fields.json() as unknown as SyncedRow,
	run: async (_, inputs) => await eachOutcome(inputs, async (outcome) => syncPage(outcome)),
});
