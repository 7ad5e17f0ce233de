import { rowsOfCall, type IncomingConversion, type KnownConnection } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { allItems } from '../../PinterestAds/allItems';
import { conversionsFrom } from './fields';

interface ToWrite {
	readonly incoming: readonly IncomingConversion[];
	readonly connections: readonly KnownConnection[];
	readonly run: string;
}

/** Works on the rows of the connection's table. */
export const conversionRow = operation<ToWrite>({
	name: 'Write as Rows',
	value: 'conversionRow',
	action: 'Write conversions as rows',
	description:
		'Make the rows of pinterest_conversions for the conversions of one call. Give it the rows of pinterest_connection: an ad account that is not among them is refused. Fails where no row is left.',
	local: true,
	personalInput: true,
	properties: [conversionsFrom],
	plan: (fieldsOf, itemCount, functions) =>
		allItems(fieldsOf, itemCount, (connections, reader) => ({
			incoming: rowsOfNode(
				functions,
				String(reader.value('conversionsFrom')),
			) as unknown as IncomingConversion[],
			connections: connections as KnownConnection[],
			run: functions.getExecutionId(),
		})),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ incoming, connections, run }) => ({
			records: rowsOfCall(incoming, connections, run, n8nClock.now()),
		})),
});
