import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { type Schedule, SCHEDULES } from '../../worker/src';

export const CUSTOM = 'custom';

const onSchedule = { triggerOn: ['schedule'] };

const inWords = ({ when, what }: Schedule) => `${when}. ${what}`;

const schedules: INodePropertyOptions[] = [
	...SCHEDULES.map((schedule) => ({
		name: schedule.name,
		value: schedule.id,
		description: inWords(schedule),
	})),
	{
		name: 'Custom (Cron)',
		value: CUSTOM,
		description: 'Any times that you write as a cron expression, in UTC',
	},
];

export const scheduleProperties: INodeProperties[] = [
	{
		displayName: 'Schedule',
		name: 'schedule',
		type: 'options',
		noDataExpression: true,
		options: schedules,
		default: 'audienceSync',
		description:
			'When the workflow starts. All times are UTC, whatever time zone the workflow or n8n is set to.',
		displayOptions: { show: onSchedule },
	},
	{
		displayName: 'Cron Expression',
		name: 'cronExpression',
		type: 'string',
		required: true,
		default: '0 7 * * 1',
		placeholder: 'e.g. 0 7 * * 1',
		description:
			'Minute, hour, day of the month, month and day of the week, in UTC. 0 7 * * 1 is every Monday at 07:00 UTC. With six parts, the first is the second.',
		displayOptions: { show: { ...onSchedule, schedule: [CUSTOM] } },
	},
];
