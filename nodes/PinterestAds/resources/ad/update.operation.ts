import { updateAdInput, updateAds } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { AD } from '../../output/campaignAnswers';

export const update = operation({
	name: 'Update',
	value: 'update',
	action: 'Update an ad',
	description: 'Switch on, pause, archive or change an ad; many items go 30 to a request',
	answer: AD,
	writes: true,
	...formOf(updateAdInput.fields, {
		first: ['adAccountId', 'adId', 'status', 'name', 'destinationUrl', 'clickTrackingUrl'],
		isChange: true,
	}),
	run: async ({ context }, inputs) => await updateAds(context, inputs),
});
