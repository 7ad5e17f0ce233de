import { tellOfConnection as whatToTell, tellOfConnectionInput } from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { startedByHand } from '../../PinterestAds/transport/startedByHand';

const { properties, fields, read } = formOf(tellOfConnectionInput.fields, {
	first: ['after', 'rowBefore'],
});

export const tellOfConnection = operation({
	name: 'Tell of the Connection',
	value: 'tellOfConnection',
	action: 'Tell of the connection',
	description:
		'From the row of the table pinterest_connection as it was written, make what Stop and Error tells; nothing where nobody has to know',
	local: true,
	properties,
	fields,
	read: (reader) => ({ row: reader.json(), question: read(reader) }),
	run: async ({ functions }, inputs) =>
		await eachOutcome(inputs, async ({ row, question }) => {
			const told = whatToTell(row, question, startedByHand(functions));
			if (told === undefined) return { records: [] };
			const { message, hint: description, kind } = told;
			return { records: [{ message, description, kind, retryable: false }] };
		}),
});
