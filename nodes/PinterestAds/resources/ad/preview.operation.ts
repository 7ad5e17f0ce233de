import { previewAd, previewAdInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AD_PREVIEW } from '../../output/otherAnswers';
import { eachOutcome } from '../../perItem';

export const preview = operation({
	name: 'Preview',
	value: 'preview',
	action: 'Preview an ad',
	description: 'Get a link that shows an ad as people will see it, before there is one',
	answer: AD_PREVIEW,
	...formOf(previewAdInput.fields, {
		first: ['adAccountId', 'previewOf', 'pinId', 'imageUrl', 'title'],
		shown: {
			pinId: { isRequired: true },
			imageUrl: { isRequired: true },
			title: { isRequired: true },
		},
	}),
	run: async ({ context }, inputs) =>
		await eachOutcome(inputs, async (input) => await previewAd(context, input)),
});
