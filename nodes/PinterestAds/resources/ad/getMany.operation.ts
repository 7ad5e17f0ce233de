import { listAds } from '../../../../worker/src';
import { idsField } from '../fields';
import { getManyOf } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'ads',
	byIds: [
		idsField('Ad Group IDs', 'adGroupIds', 'ads of these ad groups'),
		idsField('Ad IDs', 'adIds', 'these ads'),
		idsField('Campaign IDs', 'campaignIds', 'ads of these campaigns'),
	],
	list: listAds,
});
