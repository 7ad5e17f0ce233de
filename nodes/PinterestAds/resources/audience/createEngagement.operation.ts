import { createEngagementAudience, engagementAudienceInput } from '../../../../worker/src';
import { repeatable } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { RULE_AUDIENCE } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';

export const createEngagement = operation({
	name: 'Create Engagement',
	value: 'createEngagement',
	action: 'Create an engagement audience',
	done: repeatable('engagement audience', 'created', 'makes none twice'),
	description: 'Create an audience of people who have engaged with Pins that lead to your site',
	answer: RULE_AUDIENCE,
	writes: true,
	...formOf(engagementAudienceInput.fields, {
		first: ['adAccountId', 'name', 'engagementDomains', 'engagementType', 'retentionDays'],
		shown: {
			engagementType: { empty: { name: 'Any', description: 'All kinds of engagement' } },
		},
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await createEngagementAudience(context, input)),
});
