import {
	errorOfSyncs,
	summarizeSyncs as summarize,
	type AudienceRow,
	type SyncReport,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { everyRunOfNode, rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { nodeName } from '../nodeName';

interface Syncs {
	readonly due: readonly AudienceRow[];
	readonly reports: readonly SyncReport[];
}

export const summarizeSyncs = operation<Syncs>({
	name: 'Summarize Syncs',
	value: 'summarizeSyncs',
	action: 'Summarize the syncs of many audiences',
	description:
		'Count what came of a loop over audiences. Where any failed, it fails with the reasons and says whether to do it again.',
	local: true,
	properties: [
		nodeName('dueFrom', 'Audiences From', 'Due', 'that gives the audiences to the loop'),
		nodeName('reportsFrom', 'Outcomes From', 'Sync the audience', 'that syncs one in each round'),
	],
	plan: (fieldsOf, itemCount, functions) => {
		const fields = fieldsOf(0);
		const due = rowsOfNode(functions, String(fields.value('dueFrom'))) as unknown as AudienceRow[];
		const rounds = everyRunOfNode(functions, String(fields.value('reportsFrom')));
		const items = Array.from({ length: itemCount }, (_, item) => item);
		return [{ items, input: { due, reports: rounds.map(([first]) => first ?? {}) } }];
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ due, reports }) => {
			const summary = summarize(due, reports);
			const error = errorOfSyncs(summary);
			if (error) throw error;
			return summary;
		}),
});
