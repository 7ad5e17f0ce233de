import { deadConversions, type KnownRow } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { allItems } from '../../PinterestAds/allItems';

/** Works on rows of pinterest_conversions. */
export const tellDeadConversions = operation<readonly KnownRow[]>({
	name: 'Tell of Dead Conversions',
	value: 'tellDeadConversions',
	action: 'Tell of dead conversions',
	description:
		'Fail with the number of the conversions that are given up, and the reasons, so that the error workflow tells of them. Where none is, nothing comes out.',
	local: true,
	personalInput: true,
	properties: [],
	plan: (fieldsOf, itemCount) => allItems(fieldsOf, itemCount, (rows) => rows as KnownRow[]),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (rows) => {
			const dead = deadConversions(rows);
			if (dead) throw dead;
			return { records: [] };
		}),
});
