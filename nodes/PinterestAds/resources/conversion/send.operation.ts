import type { IDataObject } from 'n8n-workflow';
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
		...fields.pick('adAccountId', 'eventName', 'email', 'eventId', 'value', 'currency'),
		...fields.pick('orderId', 'eventTime', 'clientIpAddress', 'clientUserAgent'),
		...customName(fields.pick('customEventName')),
		...fields.collection('options'),
		// Only used where nothing else tells two events apart: the same on every retry of this run.
		retryKey: `${functions.getExecutionId()}-${functions.getNode().id}-${fields.item}`,
	}),
	run: async ({ context, functions }, inputs) => {
		const test = functions.getNodeParameter('test', 0, false) as boolean;
		return await sendConversions(context, inputs, { test });
	},
});

const customName = ({ customEventName: eventName }: IDataObject): IDataObject =>
	eventName === undefined ? {} : { eventName };
