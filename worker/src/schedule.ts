/** One of the things that run by themselves. */
export interface Schedule {
	readonly id: string;
	readonly name: string;
	/** A cron expression in UTC, or `real-time`: as soon as something happens. */
	readonly cron: string;
	readonly what: string;
}

/** The reference's "Automation Schedule", all of it. */
export const SCHEDULES = [
	{
		id: 'tokenRefresh',
		name: 'Token Refresh Check',
		cron: '0 5 * * *',
		what: 'Renews an access token that expires within a day, an hour before the audiences need it.',
	},
	{
		id: 'audienceSync',
		name: 'Audience Sync',
		cron: '0 6 * * *',
		what: 'Syncs every active audience that is new, was updated or failed the last time.',
	},
	{
		id: 'campaignMetrics',
		name: 'Campaign Performance Metrics',
		cron: '0 0,6,12,18 * * *',
		what: 'Fetches the last days’ metrics again, since conversions come in late.',
	},
	{
		id: 'conversions',
		name: 'Conversion Event Processing',
		cron: 'real-time',
		what: 'Sends each conversion as it happens.',
	},
] as const satisfies readonly Schedule[];

export type ScheduleId = (typeof SCHEDULES)[number]['id'];
