import type { INodeProperties } from 'n8n-workflow';
import {
	type ConversionResult,
	countsAgain,
	type NewConversion,
	type Outcome,
	sendConversions,
} from '../../../../worker/src';
import { counted, itemsIn } from '../../done';
import { operation, type DoneItem, type OperationOutcome } from '../../operation';
import { CONVERSION } from '../../output/otherAnswers';
import { n8nClock } from '../../transport/clock';
import { eventForm } from './eventForm';
import { eventInput } from './eventInput';

const testNotice: INodeProperties = {
	displayName:
		'Pinterest will check these events and record none. It looks at the first 20 of a request only, so they go in requests of 20. Switch this off before the real run.',
	name: 'testNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { test: [true] } },
};

const form = eventForm({ first: ['test', testNotice], without: ['maxEventKb'] });

interface SendInput {
	readonly item: number;
	readonly event: NewConversion;
}

export const send = operation<SendInput>({
	name: 'Send',
	value: 'send',
	action: 'Send a conversion',
	description: 'Send conversions server to server; personal data is hashed before it leaves n8n',
	answer: CONVERSION,
	writes: true,
	done: sentSoFar,
	personalInput: true,
	...form,
	read: (fields, functions) => ({
		item: fields.item,
		event: eventInput(form, fields, functions),
	}),
	run: async ({ context }, inputs) => {
		const events = inputs.map(({ event }) => event);
		const items = inputs.map(({ item }) => item);
		return (await sendConversions(context, events, { items })).map(noted);
	},
});

/** A duplicate was not sent itself; a test leaves nothing behind. */
function sentSoFar(done: readonly DoneItem[]): string {
	const settled = done.filter(({ record }) => (record as ConversionResult).status === 'processed');
	const tests = settled.filter(({ record }) => (record as ConversionResult).test);
	const sent = settled.filter(({ record }) => !(record as ConversionResult).test);
	const again = sent.filter(({ input }) => countsAgain((input as SendInput).event, n8nClock.now()));
	const said: string[] = [];
	if (sent.length > 0) {
		const twice =
			again.length === 0
				? 'running again counts none twice.'
				: `running again would count ${again.length} of them twice: leave out ${itemsIn(again)}.`;
		said.push(`${counted(sent.length, 'conversion')} sent; ${twice}`);
	}
	if (tests.length > 0)
		said.push(`${counted(tests.length, 'conversion')} checked as a test and not recorded.`);
	return said.join(' ');
}

const NOT_RECORDED =
	'Test Only: Pinterest has checked these events and recorded none of them. Switch Test Only off before the real run.';

/** Nobody should take the result of a test for that of a real run. */
const noted = (outcome: Outcome<ConversionResult>): OperationOutcome =>
	outcome.ok && outcome.record.test
		? { ...outcome, warnings: [NOT_RECORDED, ...outcome.record.warnings] }
		: outcome;
