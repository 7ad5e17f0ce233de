import { endLaunch as end } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { CEILING } from './ceilingWords';

export const endLaunch = operation({
	name: 'End a Launch',
	value: 'endLaunch',
	action: 'End a launch',
	description:
		'From what Campaign: Launch gave, or from its failed item, make the last page and what its row in pinterest_launches says from then on',
	local: true,
	properties: [],
	read: (fields) => fields.json(),
	run: async (_, inputs) =>
		await eachOutcome(inputs, async (given) => end(given, CEILING.sentence, n8nClock.now())),
});
