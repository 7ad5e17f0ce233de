import { afterRefusal, type PinterestAdsError } from '../../../worker/src';
import { errorOfItem } from '../../PinterestAds/errors/errorOfItem';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';

export const noteRefusedToken = operation<readonly PinterestAdsError[]>({
	name: 'Note a Refused Token',
	value: 'noteRefusedToken',
	action: 'Note a refused token',
	description:
		'If Pinterest refused the token of one of the failed items, give the columns to write to the table pinterest_connection; otherwise nothing',
	local: true,
	properties: [],
	plan: (fieldsOf, itemCount) => {
		const items = Array.from({ length: itemCount }, (_, item) => item);
		const errors = items.map((item) => errorOfItem(fieldsOf(item).json()));
		return [{ items, input: errors.filter((error) => error !== undefined) }];
	},
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (errors) => {
			const columns = afterRefusal(errors, n8nClock.now());
			return { records: columns ? [columns] : [] };
		}),
});
