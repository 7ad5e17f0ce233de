import type { IDataObject } from 'n8n-workflow';
import { LARGEST_EVENT_KB, prepareConversions } from '../../../../worker/src';
import { operation } from '../../operation';
import { n8nClock } from '../../transport/clock';
import { eventFields } from './event.fields';
import { eventInput } from './eventInput';
import { eventOptions } from './eventOptions.fields';

export const prepare = operation<IDataObject>({
	name: 'Prepare',
	value: 'prepare',
	action: 'Prepare a conversion',
	description:
		'Check and hash conversions without sending them, so that they can be stored before they are sent',
	personalInput: true,
	local: true,
	properties: [
		...eventFields,
		eventOptions({
			displayName: 'Largest Event (KB)',
			name: 'maxEventKb',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: LARGEST_EVENT_KB,
			description: 'Larger Event Data is refused',
		}),
	],
	read: (fields, functions) => ({
		maxEventKb: LARGEST_EVENT_KB,
		...eventInput(fields, functions),
	}),
	run: async (_, inputs) => prepareConversions(inputs, n8nClock.now()),
});
