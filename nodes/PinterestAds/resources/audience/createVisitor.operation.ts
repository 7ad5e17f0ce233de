import { createVisitorAudience, visitorAudienceInput } from '../../../../worker/src';
import { repeatable } from '../../done';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { RULE_AUDIENCE } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';

export const createVisitor = operation({
	name: 'Create Visitor',
	value: 'createVisitor',
	action: 'Create a visitor audience',
	done: repeatable('visitor audience', 'created', 'makes none twice'),
	description:
		'Create an audience of people who have visited your site, as a Pinterest tag saw them',
	answer: RULE_AUDIENCE,
	writes: true,
	...formOf(visitorAudienceInput.fields, {
		first: [
			...(['adAccountId', 'name', 'conversionTagId', 'event', 'url', 'urlOperator'] as const),
			'retentionDays',
		],
		shown: {
			event: { empty: { name: 'Any', description: 'Anything that the tag has seen' } },
		},
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await createVisitorAudience(context, input)),
});
