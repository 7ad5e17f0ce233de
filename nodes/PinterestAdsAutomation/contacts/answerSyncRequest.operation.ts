import {
	notSyncedAnswer,
	syncAnswer,
	type AddedCounts,
	type CallersAnswer,
	type SyncedRow,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { firstOfNode } from '../../PinterestAds/transport/otherNodes';
import { failureIn } from './failed';
import { nodeField, nodeNamed } from './fields';

export const answerSyncRequest = operation<CallersAnswer>({
	name: 'Answer Sync Request',
	value: 'answerSyncRequest',
	action: 'Answer a request to sync an audience',
	description:
		'Make the status and the body of the answer to whoever asked for a sync. The input item is what the sync has given, or what was wrong before it.',
	personalInput: true,
	local: true,
	properties: [
		nodeField(
			'Contacts From',
			'contactsFrom',
			'Add the contacts',
			'The name of the node that has added the contacts of the request, if there were any',
		),
	],
	read(fields, functions) {
		const json = fields.json();
		const failure = failureIn(json);
		if (failure) return notSyncedAnswer(failure);
		if (json.outcome === 'refused') {
			return notSyncedAnswer({ error: String(json.reason), kind: 'invalid' });
		}
		const added = firstOfNode(functions, nodeNamed(fields, 'contactsFrom'))?.json.contacts;
		return syncAnswer(
			json as unknown as SyncedRow,
			(added ?? undefined) as AddedCounts | undefined,
		);
	},
	run: async (_, inputs) => await eachOutcome(inputs, async (answer) => answer),
});
