import type { IDataObject } from 'n8n-workflow';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { allItems } from '../../PinterestAds/allItems';
import { nodeName } from '../nodeName';

/**
 * So many rows are looked for at once. n8n’s Data Table node takes no list of conditions from an expression, so that each
 * is a field of its own: one for each would search a large table a thousand times, and many would cost a single event.
 */
const AT_ONCE = 5;

/** Works on anything: it goes by the rows of another node. */
export const findSameEvents = operation<readonly IDataObject[]>({
	name: 'Find Rows of Same Events',
	value: 'findSameEvents',
	action: 'Find the rows of the same events',
	description: `Give the event IDs of some rows, ${AT_ONCE} in each item, so that n8n’s Data Table node can look for all rows that have them`,
	local: true,
	properties: [nodeName('rowsFrom', 'Rows From', 'As rows', 'that gave the rows')],
	plan: (fieldsOf, itemCount, functions) =>
		allItems(fieldsOf, itemCount, (_, reader) =>
			rowsOfNode(functions, String(reader.value('rowsFrom'))),
		),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (rows) => ({ records: searchesFor(rows) })),
});

/** The last item is filled up: an ID that is looked for twice is found once. */
function searchesFor(rows: readonly IDataObject[]) {
	const ids = [...new Set(rows.map(({ event_id }) => event_id))];
	const searches: object[] = [];
	for (let first = 0; first < ids.length; first += AT_ONCE) {
		const event_ids = Array.from({ length: AT_ONCE }, (_, n) => ids[first + n] ?? ids[first]);
		searches.push({ event_ids });
	}
	return searches;
}
