import { conversionInput, sendConversions, type NewConversion } from '../../index.ts';
import type { Command } from '../command.mts';
import { givenOf, optionsFor } from '../declaredOptions.mts';
import { openSource, readItems, type InputFormat } from '../input.mts';
import { answerOf, outcomesOf } from '../itemAnswers.mts';

const OPTIONS = ['unpaidOrders', 'test'];

const { eventSource } = conversionInput.fields;
const documents = Object.fromEntries(
	Object.entries(eventSource.choices ?? {}).filter(([kind]) => kind !== 'fields'),
);

export const send: Command = {
	name: 'send',
	summary: 'send conversions to the Conversions API',
	description:
		'Reads events from a file or a pipe (CSV with headings, JSON, NDJSON): their fields have Pinterest’s names (event_name, event_time, email, value …) or the worker’s (eventName …). With --event-source they are orders of a shop. Hashes who it was before anything is sent. Running it again counts nothing twice where the events have an event_id or order_id.',
	argument: ['[file]', 'the events; - or nothing: what comes through a pipe'],
	options: [
		...optionsFor(
			{
				...conversionInput.fields,
				eventSource: { ...eventSource, choices: documents, byDefault: 'json' },
			},
			['eventSource', ...OPTIONS],
		),
	],
	writes: true,
	examples: [
		'illixis-pinterest send events.csv --test',
		'illixis-pinterest send orders.json --event-source shopifyOrder --unpaid-orders refuse',
	],
	async run({ context, args, options }) {
		const events = await readItems(
			await openSource(args[0]),
			options.inputFormat as InputFormat | undefined,
		);
		const inputs = events.map((event) => ({
			eventSource: options.eventSource ?? 'json',
			...givenOf(OPTIONS, options),
			event,
		})) as NewConversion[];
		const outcomes = await outcomesOf(
			context,
			async (looking) => await sendConversions(looking, inputs),
		);
		return answerOf(outcomes, {
			noun: 'Event',
			columns: ['event_name', 'event_id', 'status', 'warning'],
		});
	},
};
