import {
	failed,
	noteConnectionCheck as note,
	noteConnectionCheckInput,
	succeeded,
	type ConnectionRecord,
} from '../../../worker/src';
import { errorOfItem } from '../../PinterestAds/errors/errorOfItem';
import { formOf } from '../../PinterestAds/form/form';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';

const { properties, fields, read } = formOf(noteConnectionCheckInput.fields, {
	first: ['after', 'rowBefore', 'checkBefore', 'chosenAdAccount'],
});

export const noteConnectionCheck = operation({
	name: 'Note a Connection Check',
	value: 'noteConnectionCheck',
	action: 'Note a connection check',
	description:
		'From what Connection: Check or Refresh Token gave, or failed with, make the columns to write to the table pinterest_connection',
	local: true,
	properties,
	fields,
	read: (reader) => ({ item: reader.json(), question: read(reader) }),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async ({ item, question }) => {
			const error = errorOfItem(item);
			const answer = error ? failed(error) : succeeded(item as unknown as ConnectionRecord);
			const columns = note(answer, question, n8nClock.now());
			return { records: columns ? [columns] : [] };
		}),
});
