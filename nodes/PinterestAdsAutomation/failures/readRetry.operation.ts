import type { IDataObject } from 'n8n-workflow';
import { cameOfAttempt } from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';

export const readRetry = operation<IDataObject>({
	name: 'Read Retry',
	value: 'readRetry',
	action: 'Read what came of a retry',
	description:
		'Tell from what an Execute Workflow node gives whether the workflow succeeded. Gives what to write into the row of the failure.',
	personalInput: true,
	local: true,
	properties: [],
	read: (fields) => fields.json(),
	run: async (_, items) =>
		await eachOutcome(items, async (item) => cameOfAttempt(errorIn(item), LOOK)),
});

const LOOK = 'Look whether the workflow is published. If it is, its last execution says more.';

/** n8n gives the error, and nothing else, in the place of what the workflow would have given. */
const errorIn = (item: IDataObject): unknown =>
	Object.keys(item).join() === 'error' ? item.error : undefined;
