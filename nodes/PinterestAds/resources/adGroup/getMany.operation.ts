import { listAdGroups, listAdGroupsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { AD_GROUP } from '../../output/campaignAnswers';
import { getManyOf, listLayout } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'ad groups',
	answer: AD_GROUP,
	...formOf(listAdGroupsInput.fields, listLayout),
	list: listAdGroups,
});
