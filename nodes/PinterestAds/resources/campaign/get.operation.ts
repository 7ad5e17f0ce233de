import { getDiagnosedCampaignInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { CAMPAIGN } from '../../output/campaignAnswers';
import { getDiagnosed } from './getDiagnosed';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a campaign',
	description:
		'Get a campaign as it is at Pinterest, archived or not, and what holds its delivery back',
	answer: CAMPAIGN,
	...formOf(getDiagnosedCampaignInput.fields, {
		first: ['adAccountId', 'campaignId', 'diagnose'],
		shown: {
			campaignId: {
				description: 'The campaign to get. The list shows those that are not archived.',
			},
		},
	}),
	run: getDiagnosed,
});
