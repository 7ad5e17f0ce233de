import type { IDataObject } from 'n8n-workflow';
import { PinterestAdsError } from '../../../../worker/src/client/errors';
import { sendConversions, type ConversionResult } from '../../../../worker/src/conversions';
import type { Outcome } from '../../../../worker/src/outcome';
import { operation, type OperationOutcome } from '../../operation';
import { eventFields } from './event.fields';
import { eventInput } from './eventInput';
import { eventOptions } from './eventOptions.fields';

interface SendInput {
	readonly item: number;
	readonly event: IDataObject;
	readonly test: boolean;
}

export const send = operation<SendInput>({
	name: 'Send',
	value: 'send',
	action: 'Send a conversion',
	description: 'Send conversions server to server; personal data is hashed before it leaves n8n',
	personalInput: true,
	properties: [
		...eventFields,
		{
			displayName: 'Test Only',
			name: 'test',
			type: 'boolean',
			default: false,
			description: 'Whether Pinterest only checks the events and does not record them',
		},
		{
			displayName:
				'Pinterest will check these events and record none. It looks at the first 20 of a request only, so they go in requests of 20. Switch this off before the real run.',
			name: 'testNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { test: [true] } },
		},
		eventOptions(),
	],
	read: (fields, functions) => ({
		item: fields.item,
		test: isTest(fields.value('test')),
		event: eventInput(fields, functions),
	}),
	run: async ({ context }, inputs) => {
		const outcomes = new Array<OperationOutcome>(inputs.length);
		// Pinterest takes a whole request as a test or not at all, so each kind goes by itself.
		for (const test of [false, true]) {
			const places = [...inputs.keys()].filter((place) => inputs[place].test === test);
			const events = places.map((place) => inputs[place].event);
			const items = places.map((place) => inputs[place].item);
			const settled = await sendConversions(context, events, { test, items });
			settled.forEach((outcome, n) => (outcomes[places[n]] = test ? noted(outcome) : outcome));
		}
		return outcomes;
	},
});

/** An expression may give anything; what is neither yes nor no must not be recorded by mistake. */
function isTest(value: unknown): boolean {
	const said = String(value ?? '').toLowerCase();
	if (said === 'true') return true;
	if (said === 'false' || said === '') return false;
	throw new PinterestAdsError('invalid', 'Test Only: must be true or false', {
		field: 'Test Only',
	});
}

const NOT_RECORDED =
	'Test Only: Pinterest has checked these events and recorded none of them. Switch Test Only off before the real run.';

/** Nobody should take the result of a test for that of a real run. */
const noted = (outcome: Outcome<ConversionResult>): OperationOutcome =>
	outcome.ok ? { ...outcome, warnings: [NOT_RECORDED, ...outcome.record.warnings] } : outcome;
