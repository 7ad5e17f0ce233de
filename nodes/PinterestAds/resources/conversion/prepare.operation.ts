import { LARGEST_EVENT_KB, prepareConversions, type NewConversion } from '../../../../worker/src';
import { operation } from '../../operation';
import { CONVERSION } from '../../output/otherAnswers';
import { n8nClock } from '../../transport/clock';
import { eventForm } from './eventForm';
import { eventInput } from './eventInput';

const form = eventForm({ without: ['test'] });

export const prepare = operation<NewConversion>({
	name: 'Prepare',
	value: 'prepare',
	action: 'Prepare a conversion',
	description:
		'Check and hash conversions without sending them, so that they can be stored before they are sent',
	answer: CONVERSION,
	personalInput: true,
	local: true,
	...form,
	read: (fields, functions) => ({
		maxEventKb: LARGEST_EVENT_KB,
		...eventInput(form, fields, functions),
	}),
	run: async (_, inputs) => prepareConversions(inputs, n8nClock.now()),
});
