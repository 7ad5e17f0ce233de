import { listAdGroups, listAdGroupsInput } from '../../../../worker/src';
import { formOf } from '../../form/form';
import { getManyOf, listLayout } from '../getManyOf';

export const getMany = getManyOf({
	plural: 'ad groups',
	...formOf(listAdGroupsInput.fields, listLayout),
	list: listAdGroups,
});
