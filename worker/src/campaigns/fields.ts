import { withDefault } from '../fields/field';
import { choice, text, time } from '../fields/kinds';
import { entityName } from '../fields/textReaders';

/** The fields that inputs of campaigns, ad groups and ads share. */

export { adAccountId } from '../connection/adAccountField';
export { trackingUrls } from './trackingUrls';

/** @param of what has the name, with its article */
export const nameOf = (of: string, example: string) =>
	text({ label: 'Name', description: `The name of ${of}`, example, sentAs: 'name' }, entityName);

const ACTIVE = { label: 'Active', description: 'May start to deliver and cost money at once' };

/** What the reference offers for something new: PAUSED unless it says otherwise, so that nothing costs money yet. */
export const status = withDefault(
	choice({
		label: 'Status',
		description: 'Whether it starts to run as soon as it exists',
		choices: {
			ACTIVE,
			PAUSED: { label: 'Paused', description: 'Set it up first, switch it on later' },
		},
		sentAs: 'status',
	}),
	'PAUSED',
);

/** For something that exists. */
export const changedStatus = choice({
	label: 'Status',
	description: 'Switch it on, pause it, or archive it. Archiving cannot be undone.',
	choices: {
		ACTIVE: { label: 'Active', description: 'Switch it on: it may deliver and cost money' },
		PAUSED: { label: 'Paused', description: 'Stop it until it is switched on again' },
		ARCHIVED: {
			label: 'Archived',
			description: 'Take it away for good: nothing that is archived can be brought back or changed',
		},
	},
	sentAs: 'status',
});

export const startTime = time({
	label: 'Start Time',
	description:
		'When it starts: an ISO date and time, or a Unix timestamp. Without a time zone it is UTC.',
	example: '2026-12-01T08:00:00Z',
	sentAs: 'start_time',
	cleared: null,
});

export const endTime = time({
	label: 'End Time',
	description:
		'When it ends: an ISO date and time, or a Unix timestamp. Without a time zone it is UTC.',
	example: '2026-12-31T23:00:00Z',
	sentAs: 'end_time',
	cleared: null,
});
