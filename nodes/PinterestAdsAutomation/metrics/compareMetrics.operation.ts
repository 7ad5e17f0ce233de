import type { INodeProperties } from 'n8n-workflow';
import { compareMetricsInput, metricsToWrite } from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { rowsOfNode } from '../../PinterestAds/transport/otherNodes';

const figuresFrom: INodeProperties = {
	displayName: 'Figures From',
	name: 'figuresFrom',
	type: 'string',
	default: '',
	placeholder: 'e.g. Campaign metrics',
	description:
		'Name of the node that has fetched the metrics of campaigns by day. Left empty, only rows that are there twice are looked for.',
};

const { properties, fields, read } = formOf(compareMetricsInput.fields, {
	first: [figuresFrom, 'give'],
});

export const compareMetrics = operation({
	name: 'Compare Metrics',
	value: 'compareMetrics',
	action: 'Compare metrics with a table',
	description:
		'Find what to add to the table pinterest_metrics, and what to remove from it; its rows come in, in the order of their IDs',
	local: true,
	properties,
	fields,
	plan: (fieldsOf, itemCount, functions) => {
		const reader = fieldsOf(0);
		const name = String(reader.value('figuresFrom'));
		const rows = functions.getInputData().map(({ json }) => json);
		const figures = name === '' ? undefined : rowsOfNode(functions, name);
		// What comes out belongs to the table as a whole; thousands of paired items each would be of no use.
		return [{ items: [0], input: { question: read(reader), figures, rows } }];
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ question, figures, rows }) => ({
			records: metricsToWrite(question, figures, rows, n8nClock.now()),
			warnings: [],
		})),
});
