import type { IDataObject } from 'n8n-workflow';
import { afterFailure, type FailedRecord, type KnownRow } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { pairedRowOfNode } from '../../PinterestAds/transport/otherNodes';
import { nodeName } from '../nodeName';

interface Failed {
	readonly row: IDataObject;
	readonly failure: IDataObject;
}

/** Works on what comes out of the error output of Conversion: Send. */
export const conversionFailed = operation<Failed>({
	name: 'Decide After Failed Conversion',
	value: 'conversionFailed',
	action: 'Decide what follows a failed conversion',
	description:
		'Say what is written to the row of a conversion that could not be sent: when it is sent again, or that it is given up. Give it what comes out of the error output of Conversion: Send.',
	local: true,
	personalInput: true,
	properties: [nodeName('rowsFrom', 'Rows From', 'Take it', 'that gave the rows that were sent')],
	read: (reader, functions) => ({
		failure: reader.json(),
		row: rowIn(pairedRowOfNode(functions, String(reader.value('rowsFrom')), reader.item)),
	}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ row, failure }) =>
			afterFailure(row as KnownRow, failure as FailedRecord, n8nClock.now()),
		),
});

/** One that had to be taken first came out of the error output, with its row in the details. */
const rowIn = (row: IDataObject): IDataObject =>
	row.id === undefined ? ((row.details ?? {}) as IDataObject) : row;
