import type { IDataObject } from 'n8n-workflow';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { allItems } from '../allItems';
import { nodeName } from '../nodeName';

/** So many conditions of one search do databases take without a murmur. */
const AT_ONCE = 200;

/** Works on anything: it goes by the rows of another node. */
export const findSameEvents = operation<readonly IDataObject[]>({
	name: 'Find Rows of Same Events',
	value: 'findSameEvents',
	action: 'Find the rows of the same events',
	description: `Give the conditions with which n8n’s Data Table node finds all rows that have the event IDs of some rows: one item for each ${AT_ONCE} of them`,
	local: true,
	properties: [nodeName('rowsFrom', 'Rows From', 'As rows', 'that gave the rows')],
	plan: (fieldsOf, itemCount, functions) =>
		allItems(fieldsOf, itemCount, (_, reader) =>
			rowsOfNode(functions, String(reader.value('rowsFrom'))),
		),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (rows) => ({ records: searchesFor(rows) })),
});

function searchesFor(rows: readonly IDataObject[]) {
	const ids = [...new Set(rows.map(({ event_id }) => event_id))];
	const searches: object[] = [];
	for (let first = 0; first < ids.length; first += AT_ONCE) {
		const conditions = ids
			.slice(first, first + AT_ONCE)
			.map((id) => ({ keyName: 'event_id', condition: 'eq', keyValue: id }));
		searches.push({ conditions });
	}
	return searches;
}
