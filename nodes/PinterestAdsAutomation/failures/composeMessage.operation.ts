import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	composeMessage as compose,
	isToBeTold,
	PinterestAdsError,
	rememberTold,
	said,
	type ErrorToWrite,
} from '../../../worker/src';
import { operation } from '../../PinterestAds/operation';
import { eachOutcome } from '../../PinterestAds/perItem';
import { n8nClock } from '../../PinterestAds/transport/clock';
import { jsonObject } from './fields';
import { isAnyoneTold } from './isAnyoneTold';
import { isWritten } from './rowsIn';

const properties: INodeProperties[] = [
	{
		displayName: 'Planned',
		name: 'planned',
		type: 'json',
		default: "={{ $('What to do').first().json }}",
		required: true,
		description: 'What Plan What Follows has given: it is told where no row could be written',
	},
];

interface Told {
	readonly row: ErrorToWrite;
	/** Why it could not be written. */
	readonly unwritten?: string;
}

export const composeMessage = operation<Told>({
	name: 'Compose Message',
	value: 'composeMessage',
	action: 'Compose a message about a failure',
	description:
		'Make the subject and text of a message about a failure out of its row, if somebody is to be told. Where no row could be written and nobody is told either, the workflow fails with the message.',
	local: true,
	properties,
	read: (fields) => {
		const json = fields.json();
		if (isWritten(json)) return { row: json as unknown as ErrorToWrite };
		const row = jsonObject(fields.value('planned'), 'Planned') as unknown as ErrorToWrite;
		return { row, unwritten: reasonIn(json) };
	},
	run: async ({ functions }, inputs) =>
		await eachOutcome(inputs, async ({ row, unwritten }) => {
			const message = compose(row, waysTo(row), unwritten);
			if (unwritten === undefined) return isToBeTold(row) ? message : [];
			const memory = functions.getWorkflowStaticData('global');
			const told = rememberTold((memory.told ?? {}) as Record<string, number>, row, n8nClock.now());
			if (told === undefined) return [];
			memory.told = told as IDataObject;
			if (isAnyoneTold(functions)) return message;
			throw new PinterestAdsError('unavailable', message.subject, { hint: message.text });
		}),
});

/** n8n says why only of some errors; that its tables are full is not among them. */
function reasonIn({ error }: IDataObject): string {
	const known = said(error).replace(/(?<![.\s])[.\s]+$/, '');
	const why = known === '' ? UNKNOWN : `: ${known}`;
	return `No row about this could be written to the table pinterest_errors${why}. Run the workflow “Make the tables for Pinterest Ads”, and delete rows that nobody needs.`;
}

const UNKNOWN = ', most likely because n8n’s Data Tables are full or the table lacks a column';

const waysTo = ({ node, execution_url: url }: ErrorToWrite): string[] => [
	...(node ? [`Node: ${node}`] : []),
	...(url ? [`Execution: ${url}`] : []),
];
