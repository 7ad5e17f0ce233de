import type { IDataObject } from 'n8n-workflow';
import {
	newConversionRow,
	type KnownConnection,
	type PreparedConversion,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { allItems } from '../allItems';
import { nodeName } from '../nodeName';

interface ToWrite {
	readonly conversion: IDataObject;
	readonly connections: readonly IDataObject[];
}

/** Works on the rows of the connection's table. */
export const conversionRow = operation<ToWrite>({
	name: 'Write Conversion as Row',
	value: 'conversionRow',
	action: 'Write a conversion as a row',
	description:
		'Make the row of pinterest_conversions for a prepared conversion. Give it the rows of pinterest_connection: an ad account that is not among them is refused.',
	local: true,
	personalInput: true,
	properties: [
		nodeName(
			'conversionFrom',
			'Conversion From',
			'Check and hash',
			'that has prepared the conversion',
		),
	],
	plan: (fieldsOf, itemCount, functions) =>
		allItems(fieldsOf, itemCount, (connections, reader) => ({
			conversion: rowsOfNode(functions, String(reader.value('conversionFrom')))[0] ?? {},
			connections,
		})),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ conversion, connections }) =>
			newConversionRow(
				conversion as unknown as PreparedConversion,
				connections as KnownConnection[],
				n8nClock.now(),
			),
		),
});
