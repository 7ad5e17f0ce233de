import { listAudiences, listAudiencesInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AUDIENCE } from '../../output/audienceAnswers';
import { eachOutcome } from '../../perItem';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many audiences',
	description: 'Get the audiences of an ad account',
	answer: AUDIENCE,
	...formOf(listAudiencesInput.fields, {
		first: ['adAccountId', 'limit'],
		last: { displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({
			records: await listAudiences(context, input),
		})),
});
