import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sendConversions } from '../../../../worker/src/conversions';
import { operation } from '../../operation';
import { sendFields } from './send.fields';

export const send = operation({
	name: 'Send',
	value: 'send',
	action: 'Send a conversion',
	description: 'Send conversions server to server; personal data is hashed before it leaves n8n',
	properties: sendFields,
	read: (fields, functions) => ({
		...fields.pick('adAccountId', 'eventName', 'email', 'eventId'),
		...amountOf(fields.pick('value', 'currency')),
		...fields.pick('orderId', 'eventTime', 'clientIpAddress', 'clientUserAgent'),
		...customName(fields.pick('customEventName')),
		...fields.collection('options'),
		// Only used where nothing else tells two events apart: the same on every retry of this run.
		retryKey: retryKey(functions, fields.item),
	}),
	run: async ({ context, functions }, inputs) => {
		const test = functions.getNodeParameter('test', 0, false) as boolean;
		return await sendConversions(context, inputs, { test });
	},
});

/** A currency without a value says nothing. */
const amountOf = ({ value, currency }: IDataObject): IDataObject =>
	value === undefined ? {} : { value, currency };

/** In a loop a node runs several times within one execution, each time with new items. */
function retryKey(functions: IExecuteFunctions, item: number): string {
	const { $runIndex } = functions.getWorkflowDataProxy(item);
	return [functions.getExecutionId(), functions.getNode().id, $runIndex, item].join('-');
}

const customName = ({ customEventName: eventName }: IDataObject): IDataObject =>
	eventName === undefined ? {} : { eventName };
