import { checkConnected as mayGoOn, checkConnectedInput } from '../../../worker/src';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { startedByHand } from '../../PinterestAds/transport/startedByHand';

const { properties, fields, read } = formOf(checkConnectedInput.fields, { first: ['otherwise'] });

export const checkConnected = operation({
	name: 'Check Whether Connected',
	value: 'checkConnected',
	action: 'Check whether a connection is active',
	description:
		'Let the row of the table pinterest_connection pass while it is active, so that nothing runs otherwise',
	local: true,
	properties,
	fields,
	read: (reader) => ({ row: reader.json(), question: read(reader) }),
	run: async ({ functions }, inputs) =>
		await eachOutcome(inputs, async ({ row, question }) => ({
			records: mayGoOn(row, question, startedByHand(functions)) ? [row] : [],
		})),
});
