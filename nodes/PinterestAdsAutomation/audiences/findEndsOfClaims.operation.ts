import { endsOfClaims, type AudienceRow } from '../../../worker/src';
import { allItems } from '../../PinterestAds/allItems';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';

export const findEndsOfClaims = operation<readonly AudienceRow[]>({
	name: 'Find Ends of Claims',
	value: 'findEndsOfClaims',
	action: 'Find the ends of claims on audiences',
	description:
		'Tell when the claim of each audience that is being synced is over: what is being synced still by then was cut off',
	local: true,
	properties: [],
	plan: (fieldsOf, itemCount) =>
		allItems(fieldsOf, itemCount, (rows) => rows as unknown as AudienceRow[]),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (rows) => ({ records: endsOfClaims(rows, n8nClock.now()) })),
});
