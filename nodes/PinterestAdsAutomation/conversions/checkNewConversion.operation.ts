import type { IDataObject } from 'n8n-workflow';
import { firstOfItsEvent, type KnownConnection, type Written } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { allItems } from '../allItems';
import { nodeName } from '../nodeName';

interface Looked {
	readonly rows: readonly IDataObject[];
	readonly written: IDataObject;
	readonly connections: readonly IDataObject[];
}

/** Works on the rows that have the conversion's event ID. */
export const checkNewConversion = operation<Looked>({
	name: 'Check Whether Conversion Is New',
	value: 'checkNewConversion',
	action: 'Check whether a conversion is new',
	description:
		'Let the row of a conversion pass if it is the first of its event. Give it the rows of pinterest_conversions that have its event ID.',
	local: true,
	personalInput: true,
	properties: [
		nodeName('rowFrom', 'Row From', 'Write it down', 'that has written the conversion down'),
		nodeName(
			'connectionsFrom',
			'Connections From',
			'Connection',
			'that has read the table pinterest_connection',
		),
	],
	plan: (fieldsOf, itemCount, functions) =>
		allItems(fieldsOf, itemCount, (rows, reader) => ({
			rows,
			written: rowsOfNode(functions, String(reader.value('rowFrom')))[0] ?? {},
			connections: rowsOfNode(functions, String(reader.value('connectionsFrom'))),
		})),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ rows, written, connections }) =>
			firstOfItsEvent(written as Written, rows as Written[], connections as KnownConnection[]),
		),
});
