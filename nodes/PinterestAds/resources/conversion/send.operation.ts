import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sendConversions } from '../../../../worker/src/conversions';
import { operation, type OperationOutcome } from '../../operation';
import { sendFields } from './send.fields';

interface SendInput {
	readonly event: IDataObject;
	readonly test: boolean;
}

export const send = operation<SendInput>({
	name: 'Send',
	value: 'send',
	action: 'Send a conversion',
	description: 'Send conversions server to server; personal data is hashed before it leaves n8n',
	personalInput: true,
	properties: sendFields,
	read: (fields, functions) => ({
		test: String(fields.value('test')) === 'true',
		event: {
			...fields.pick('adAccountId', 'eventName', 'email', 'eventId'),
			...amountOf(fields.pick('value', 'currency')),
			...fields.pick('orderId', 'eventTime', 'clientIpAddress', 'clientUserAgent'),
			...customName(fields.pick('customEventName')),
			...fields.collection('options'),
			// Only used where nothing else tells two events apart: the same on every retry of this run.
			...retryKey(functions, fields.item),
		},
	}),
	run: async ({ context }, inputs) => {
		const outcomes = new Array<OperationOutcome>(inputs.length);
		// Pinterest takes a whole request as a test or not at all, so each kind goes by itself.
		for (const test of [false, true]) {
			const places = [...inputs.keys()].filter((place) => inputs[place].test === test);
			const events = places.map((place) => inputs[place].event);
			const settled = await sendConversions(context, events, { test });
			settled.forEach((outcome, n) => (outcomes[places[n]] = outcome));
		}
		return outcomes;
	},
});

/** A currency without a value says nothing. */
const amountOf = ({ value, currency }: IDataObject): IDataObject =>
	value === undefined ? {} : { value, currency };

/** In a loop a node runs several times within one execution, each time with new items. */
function retryKey(functions: IExecuteFunctions, item: number): IDataObject {
	const execution = functions.getExecutionId() as string | undefined;
	// Without it two runs would look the same.
	if (!execution) return {};
	const { $runIndex } = functions.getWorkflowDataProxy(item);
	return { retryKey: [execution, functions.getNode().id, $runIndex, item].join('-') };
}

const customName = ({ customEventName: eventName }: IDataObject): IDataObject =>
	eventName === undefined ? {} : { eventName };
