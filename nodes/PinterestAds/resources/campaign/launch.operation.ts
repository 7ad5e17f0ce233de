import { launchCampaigns, launchInput, type NewLaunch } from '../../../../worker/src';
import { repeatable } from '../../done';
import { operation } from '../../operation';
import { LAUNCH } from '../../output/campaignAnswers';
import { launchFields } from './launch/launchForm';
import { readLaunch } from './launch/readLaunch';

export const launch = operation({
	name: 'Launch',
	value: 'launch',
	action: 'Launch a campaign',
	done: repeatable('campaign', 'launched', 'creates nothing twice'),
	description:
		'Create campaign, ad groups, keywords and ads (or product groups) in one step; run again, it completes what is missing',
	answer: LAUNCH,
	writes: true,
	properties: launchFields,
	fields: launchInput.fields,
	// What people wrote is whatever they wrote: the worker's parser is what finds out.
	read: (fields) => readLaunch(fields) as unknown as NewLaunch,
	run: async ({ context }, inputs) => await launchCampaigns(context, inputs),
});
