import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { afterFailure, type Failure, type KnownRow } from '../../../../../worker/src';
import { operation } from '../../../operation';
import { eachOutcome } from '../../../perItem';
import { n8nClock } from '../../../transport/clock';
import { itemsOf } from '../../../transport/otherItems';
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
	properties: [
		nodeName(
			'rowsFrom',
			'Rows From',
			'Take it',
			'that gave the rows that were sent, in their order',
		),
	],
	plan: (fieldsOf, itemCount, functions) => {
		if (itemCount === 0) return [];
		const rows = itemsOf(functions, String(fieldsOf(0).value('rowsFrom')));
		return functions.getInputData().map((failed, item) => ({
			items: [item],
			input: {
				failure: failed.json,
				row: rows.length === 1 ? rows[0] : rows[numberOf(failed, item)],
			},
		}));
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ row, failure }) =>
			afterFailure(row as KnownRow, failure as Failure, n8nClock.now()),
		),
});

/** A failed item says which of the items it was. */
function numberOf({ pairedItem }: INodeExecutionData, item: number): number {
	const paired = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
	return typeof paired === 'object' ? paired.item : (paired ?? item);
}
