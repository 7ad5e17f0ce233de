import type { IDataObject } from 'n8n-workflow';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { readErrorTrigger } from './told';

export const readFailure = operation<IDataObject>({
	name: 'Read Failure',
	value: 'readFailure',
	action: 'Read a failure',
	description:
		'Tell from what an Error Trigger gives what happened, what to do, and whether it may pass by itself',
	personalInput: true,
	local: true,
	properties: [],
	read: (fields) => fields.json(),
	run: async (_, items) =>
		await eachOutcome(items, async (item) => readErrorTrigger(item, n8nClock.now())),
});
