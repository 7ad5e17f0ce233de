import { endOfClaims, type AudienceRow } from '../../../../../worker/src';
import { operation } from '../../../operation';
import { eachOutcome } from '../../../perItem';
import { n8nClock } from '../../../transport/clock';
import { together } from './rows';

export const findEndOfClaims = operation<readonly AudienceRow[]>({
	name: 'Find End of Claims',
	value: 'findEndOfClaims',
	action: 'Find the end of claims on audiences',
	description:
		'Tell when the claims of all audiences are over that are being synced, so that what is being synced still was cut off; nothing comes out where none is',
	local: true,
	properties: [],
	plan: (fieldsOf, itemCount) =>
		together(fieldsOf, itemCount, (rows) => rows as unknown as AudienceRow[]),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (rows) => {
			const end = endOfClaims(rows, n8nClock.now());
			return { records: end ? [end] : [] };
		}),
});
