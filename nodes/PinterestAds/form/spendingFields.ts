import type { INodeProperties } from 'n8n-workflow';
import { SPENDING_FIELDS } from '../../../worker/src';
import { propertyOf } from './property';

export const LIMIT_SPENDING = 'limitSpending';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** How a credential asks for the limits of what may be spent by it. @param show when it asks at all */
export const spendingFields = (show: Show = {}): INodeProperties[] => [
	{
		displayName: 'Limit Spending',
		name: LIMIT_SPENDING,
		type: 'boolean',
		default: false,
		description:
			'Whether to refuse what would exceed the limits below, before anything is sent to Pinterest. They hold for whoever uses this credential with the Pinterest nodes, also for AI agents.',
		...(Object.keys(show).length === 0 ? {} : { displayOptions: { show } }),
	},
	...Object.entries(SPENDING_FIELDS).map(([name, field]) => ({
		...propertyOf(name, field),
		displayOptions: { show: { ...show, [LIMIT_SPENDING]: [true] } },
	})),
];
