import { getLeadForm, getLeadFormInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { LEAD_FORM } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const get = operation({
	name: 'Get',
	value: 'get',
	action: 'Get a lead form',
	description:
		'Get a lead form with its questions. A beta of Pinterest’s that not every app may use.',
	answer: LEAD_FORM,
	...formOf(getLeadFormInput.fields, { first: ['adAccountId', 'leadFormId'] }),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await getLeadForm(context, input)),
});
