import { updatePromotionInput, updatePromotions } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { operation } from '../../operation';
import { PROMOTION } from '../../output/catalogAnswers';

export const updatePromotion = operation({
	name: 'Update Promotion',
	value: 'updatePromotion',
	action: 'Update a product group promotion',
	description: 'Switch on, pause, archive or change a promotion; many items go 30 to a request',
	answer: PROMOTION,
	writes: true,
	...formOf(updatePromotionInput.fields, {
		first: ['adAccountId', 'productGroupPromotionId', 'status', 'trackingUrl'],
		isChange: true,
		shown: { productGroupPromotionId: { starts: '={{ $json.id }}' } },
	}),
	run: async ({ context }, inputs) => await updatePromotions(context, inputs),
});
