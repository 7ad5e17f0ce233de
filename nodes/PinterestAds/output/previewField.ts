import type { INodeProperties } from 'n8n-workflow';
import { textOf, type FieldReader } from '../fieldReader';
import { SINCE_1_1 } from '../form/versions';
import type { Operation } from '../operation';
import type { Answer } from './answer';

/** The switch that shows what would be done. Version 1 of the node has none. */
export const PREVIEW = 'preview';

/** Of an operation that changes something. */
export function previewFields({ writes }: Operation): INodeProperties[] {
	if (writes === undefined || writes === false) return [];
	const when = typeof writes === 'object' ? listsOf(writes) : {};
	return [
		{
			displayName: 'Preview',
			name: PREVIEW,
			type: 'boolean',
			default: false,
			displayOptions: { show: { '@version': SINCE_1_1, ...when } },
			description:
				'Whether to only say what would be sent and what it would change, from what to what. Nothing is changed at Pinterest.',
		},
	];
}

const listsOf = (conditions: Readonly<Record<string, readonly string[]>>) =>
	Object.fromEntries(Object.entries(conditions).map(([name, values]) => [name, [...values]]));

/** Whether an item is previewed. What is neither yes nor no is not taken for a real run. */
export const isPreviewed = ({ writes }: Operation, fields: FieldReader): boolean =>
	writes !== undefined && writes !== false && fields.version >= 1.1 && !isNo(fields.value(PREVIEW));

const isNo = (value: unknown) =>
	!(typeof value === 'object' && value !== null) &&
	['', 'false'].includes(textOf(value).trim().toLowerCase());

/** What a preview says of any operation. */
export const PREVIEWED: Answer = {
	first: ['preview', 'would', 'changes', 'details', 'found', 'requests', 'currency', 'warnings'],
	others: ['ad_account_id', 'id'],
};

/** What a model is given of it: what would be sent as Pinterest wants it is of no use to one. */
export const PREVIEWED_FOR_MODEL: Answer = { ...PREVIEWED, leftOut: ['requests'] };
