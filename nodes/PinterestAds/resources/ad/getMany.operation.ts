import { listAds, listAdsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { getManyOf, listLayout } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'ads',
	...formOf(listAdsInput.fields, listLayout),
	list: listAds,
});
