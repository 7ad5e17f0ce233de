import { afterDisconnect, type Cleared } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';

export const noteDisconnect = operation<Cleared | undefined>({
	name: 'Note a Disconnect',
	value: 'noteDisconnect',
	action: 'Note a disconnect',
	description:
		'Make the columns to write to the table pinterest_connection before the tokens are cleared, and again from what Connection: Disconnect gave',
	local: true,
	properties: [],
	read: (fields) => {
		const item = fields.json();
		return 'tokens_cleared' in item ? (item as unknown as Cleared) : undefined;
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (cleared) => afterDisconnect(cleared, n8nClock.now())),
});
