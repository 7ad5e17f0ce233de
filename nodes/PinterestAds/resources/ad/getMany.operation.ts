import { listAds, listAdsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { AD } from '../../output/campaignAnswers';
import { getManyOf, listLayout } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'ads',
	answer: AD,
	...formOf(listAdsInput.fields, listLayout),
	list: listAds,
});
