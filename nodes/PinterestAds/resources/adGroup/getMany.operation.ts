import { listAdGroups } from '../../../../worker/src';
import { idsField } from '../fields';
import { getManyOf } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'ad groups',
	byIds: [
		idsField('Ad Group IDs', 'adGroupIds', 'these ad groups'),
		idsField('Campaign IDs', 'campaignIds', 'ad groups of these campaigns'),
	],
	list: listAdGroups,
});
