import { syncPage, type SyncOutcome } from '../../../../../worker/src';
import { operation } from '../../../operation';
import { eachOutcome } from '../../../perItem';

export const describeSync = operation<SyncOutcome>({
	name: 'Describe Sync',
	value: 'describeSync',
	action: 'Describe what came of a sync',
	description:
		'Make the title and the text of a form’s last page from what the sync of an audience has given, which is the input item',
	local: true,
	properties: [],
	read: (fields) => fields.json() as unknown as SyncOutcome,
	run: async (_, inputs) => await eachOutcome(inputs, async (outcome) => syncPage(outcome)),
});
