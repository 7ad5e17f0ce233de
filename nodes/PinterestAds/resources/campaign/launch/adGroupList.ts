import type { INodeProperties } from 'n8n-workflow';
import {
	BID_BY_THEMSELVES,
	launchInput,
	PROMOTE_EITHER,
	PROMOTE_PRODUCT_GROUPS,
} from '../../../../../worker/src';
import { ENTRIES } from '../../../form/fixedCollection';
import { propertyOf, type Shown } from '../../../form/property';
import { fieldsOf, hiddenFor, inside, shownFor } from './formParts';
import { create as createAdGroup } from '../../adGroup/create.operation';
import { goalForm } from './adGroupForm';

/** Several ad groups, one by one, in the order in which somebody would describe them. */

const { fields } = launchInput;
const own = (name: keyof typeof fields, shown?: Shown) => propertyOf(name, fields[name], shown);

const MANY = 'IDs or addresses, separated by commas';

const values: INodeProperties[] = [
	own('adGroupName', { isRequired: true, description: 'Each needs a name of its own' }),
	...hiddenFor(inside({ objective: [...PROMOTE_PRODUCT_GROUPS] }), [
		own('pinIds', { description: `${MANY}. Each Pin becomes an ad.` }),
	]),
	...shownFor(inside({ objective: [...PROMOTE_EITHER, ...PROMOTE_PRODUCT_GROUPS] }), [
		own('productGroupIds', {
			description: `${MANY}. Instead of Pins, where the objective sells from a catalog.`,
		}),
	]),
	...hiddenFor(inside({ budgetType: ['CBO_ADGROUP'] }), fieldsOf(createAdGroup, 'budget')),
	...hiddenFor(inside({ objective: [...BID_BY_THEMSELVES] }), fieldsOf(createAdGroup, 'bid')),
	...fieldsOf(createAdGroup, 'billableEvent'),
	...goalForm.properties.filter(({ type }) => type !== 'collection'),
	...fieldsOf(
		createAdGroup,
		...['locations', 'audienceIncludeIds', 'audienceExcludeIds', 'interests', 'keywords'],
	),
];

export const adGroupList: INodeProperties = {
	displayName: 'Ad Groups',
	name: 'adGroupList',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Ad Group',
	default: {},
	description: 'The ad groups of the campaign, each with what it promotes',
	options: [{ name: ENTRIES, displayName: 'Ad Group', values }],
};
