import { listCampaigns, listCampaignsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { getManyOf, listLayout } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'campaigns',
	...formOf(listCampaignsInput.fields, listLayout),
	list: listCampaigns,
});
