/** One of the things that run by themselves. */
export interface Schedule {
	readonly id: string;
	readonly name: string;
	/** A cron expression in UTC. */
	readonly cron: string;
	/** The same in words. */
	readonly when: string;
	readonly what: string;
}

/** The reference's "Automation Schedule", all of it. */
export const SCHEDULES = [
	{
		id: 'audienceSync',
		name: 'Audience Sync',
		cron: '0 6 * * *',
		when: 'Daily at 06:00 UTC',
		what: 'Syncs every active audience that is new, was updated or failed the last time.',
	},
	{
		id: 'campaignMetrics',
		name: 'Campaign Performance Metrics',
		cron: '0 0,6,12,18 * * *',
		when: 'Every 6 hours: 00:00, 06:00, 12:00 and 18:00 UTC',
		what: 'Fetches the last days’ metrics again, since conversions come in late.',
	},
	{
		id: 'conversions',
		name: 'Conversion Event Processing',
		cron: '*/5 * * * *',
		when: 'Every 5 minutes',
		what: 'Sends again what could not be sent. Each conversion itself is sent as it happens, by the webhook.',
	},
	{
		id: 'tokenRefresh',
		name: 'Token Refresh Check',
		cron: '0 5 * * *',
		when: 'Daily at 05:00 UTC',
		what: 'Renews an access token that expires within a day, an hour before the audiences need it.',
	},
] as const satisfies readonly Schedule[];

/** The id of a schedule. */
export type ScheduleId = (typeof SCHEDULES)[number]['id'];
