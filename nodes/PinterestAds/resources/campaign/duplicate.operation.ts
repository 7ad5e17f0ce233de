import { duplicateCampaignInput, duplicateCampaigns } from '../../../../worker/src';
import { repeatable } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { DUPLICATE } from '../../output/campaignAnswers';

export const duplicate = operation({
	name: 'Duplicate',
	value: 'duplicate',
	action: 'Duplicate a campaign',
	done: repeatable('campaign', 'duplicated', 'creates nothing twice'),
	description:
		'Copy a campaign with its ad groups, keywords, targeting and ads, all paused, also into another ad account; run again, it completes what is missing',
	answer: DUPLICATE,
	writes: true,
	...formOf(duplicateCampaignInput.fields, {
		first: ['adAccountId', 'campaignId', 'intoAdAccountId', 'name', 'levels'],
		shown: {
			intoAdAccountId: {
				description:
					'The ad account that the copy is made in. Empty means the one of the original.',
			},
		},
	}),
	run: async ({ context }, inputs) => await duplicateCampaigns(context, inputs),
});
