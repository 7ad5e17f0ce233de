import { listCampaigns } from '../../../../worker/src/campaigns';
import { idsField } from '../fields';
import { getManyOf } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'campaigns',
	byIds: [idsField('Campaign IDs', 'campaignIds', 'these campaigns')],
	list: listCampaigns,
});
