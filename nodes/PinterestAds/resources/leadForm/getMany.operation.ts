import { listLeadForms, listLeadFormsInput } from '../../../../worker/src';
import { FILTERS, formOf } from '../../form/form';
import { operation } from '../../operation';
import { LEAD_FORM } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const getMany = operation({
	name: 'Get Many',
	value: 'getMany',
	action: 'Get many lead forms',
	description:
		'Get the lead forms of an ad account. A beta of Pinterest’s that not every app may use.',
	answer: LEAD_FORM,
	...formOf(listLeadFormsInput.fields, { first: ['adAccountId', 'limit'], last: FILTERS }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => ({ records: await listLeadForms(context, input) })),
});
