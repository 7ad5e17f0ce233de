import { listCampaigns } from '../../../../worker/src';
import { idsField } from '../fields';
import { getManyOf } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'campaigns',
	byIds: [idsField('Campaign IDs', 'campaignIds', 'these campaigns')],
	list: listCampaigns,
});
