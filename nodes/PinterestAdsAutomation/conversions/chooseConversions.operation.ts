import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	claimsOf,
	dueConversions,
	isOffline,
	mainOf,
	type KnownConnection,
	type ConversionRow,
	type KnownRow,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';
import { allItems } from '../../PinterestAds/allItems';
import { nodeName } from '../nodeName';

const choose: INodeProperties = {
	displayName: 'Which',
	name: 'choose',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Offline',
			value: 'offline',
			description: 'Those that Pinterest would count as often as they come',
		},
		{
			name: 'To Give Up',
			value: 'givenUp',
			description:
				'Those that were cut off and must not be sent again, with the reason in error_message',
		},
		{
			name: 'To Remove',
			value: 'repeated',
			description: 'Offline ones whose event has an earlier row',
		},
		{
			name: 'To Take One by One',
			value: 'oneByOne',
			description: 'Those of which each has to be taken by itself: offline ones',
		},
		{
			name: 'To Take Together: Cut Off',
			value: 'cutOff',
			description: 'An item for each write that takes those that were cut off',
		},
		{
			name: 'To Take Together: Failed',
			value: 'failed',
			description: 'An item for each write that takes those that have failed',
		},
	],
	default: 'failed',
	description: 'Which of the rows come out',
};

type Which = 'offline' | 'givenUp' | 'repeated' | 'oneByOne' | 'cutOff' | 'failed';

interface Chosen {
	readonly which: Which;
	readonly due: readonly IDataObject[];
	readonly withTheirIds: readonly IDataObject[];
	readonly connections: readonly IDataObject[];
}

const besidesOffline = { hide: { choose: ['offline'] } };

/** Works on the conversions that are due. */
export const chooseConversions = operation<Chosen>({
	name: 'Choose Due Conversions',
	value: 'chooseConversions',
	action: 'Choose due conversions',
	description:
		'Choose which conversions are sent again. Give it the rows of pinterest_conversions that are due or were cut off.',
	local: true,
	personalInput: true,
	properties: [
		choose,
		{
			...nodeName(
				'sameFrom',
				'Same Events From',
				'Same events',
				'that has read the rows with the event IDs of the offline ones',
			),
			displayOptions: besidesOffline,
		},
		{
			...nodeName(
				'connectionsFrom',
				'Connections From',
				'Connection',
				'that has read the table pinterest_connection',
			),
			displayOptions: besidesOffline,
		},
	],
	plan: (fieldsOf, itemCount, functions) =>
		allItems(fieldsOf, itemCount, (due, reader) => {
			const which = reader.value('choose') as Which;
			const others = (field: string) =>
				which === 'offline' ? [] : rowsOfNode(functions, String(reader.value(field)));
			return {
				...{ which, due },
				withTheirIds: others('sameFrom'),
				connections: others('connectionsFrom'),
			};
		}),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ which, due, withTheirIds, connections }) => {
			const rows = due as unknown as ConversionRow[];
			if (which === 'offline') return { records: rows.filter(isOffline) };
			const main = mainOf(connections as KnownConnection[]);
			const found = dueConversions(rows, withTheirIds as KnownRow[], main);
			if (which === 'givenUp' || which === 'repeated') return { records: found[which] };
			return { records: claimsOf(found.again)[which] };
		}),
});
