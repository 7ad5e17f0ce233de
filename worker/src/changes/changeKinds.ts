/** A change that is told. */
interface Kind {
	readonly id: string;
	readonly name: string;
	readonly what: string;
}

/** The changes that can be told, as they are offered to a user. */
export const CHANGES = [
	{ id: 'ad_approved', name: 'Ad Approved', what: 'Pinterest’s review has approved an ad' },
	{ id: 'ad_rejected', name: 'Ad Rejected', what: 'Pinterest’s review has rejected an ad' },
	{ id: 'audience_ready', name: 'Audience Ready', what: 'Ads can target an audience now' },
	{
		id: 'audience_too_small',
		name: 'Audience Too Small',
		what: 'Too few of an audience’s people have Pinterest accounts',
	},
	{
		id: 'campaign_stopped',
		name: 'Campaign Stopped Delivering',
		what: 'A campaign that could deliver no longer can: paused, ended, its ads rejected …',
	},
	{
		id: 'cost_per_conversion_rose',
		name: 'Cost per Conversion Rose Over a Limit',
		what: 'A campaign, or the ad account, has paid more for a conversion lately than you set',
	},
	{
		id: 'spend_over_limit',
		name: 'Daily Spend Over a Limit',
		what: 'The ad account has spent more on a day than you set, told once for each day',
	},
	{
		id: 'event_quality_dropped',
		name: 'Event Quality Dropped',
		what: 'Pinterest rates conversion events worse, or clearly fewer of an event carry what it is matched by',
	},
	{
		id: 'events_stopped',
		name: 'Events Stopped Arriving',
		what: 'A conversion event, or a tag, that used to come has not come for longer than is usual for it',
	},
	{
		id: 'roas_fell',
		name: 'ROAS Fell Below a Limit',
		what: 'A campaign, or the ad account, has made less of what it spent lately than you set',
	},
	{
		id: 'spend_over_budget',
		name: 'Spend Heading Over Budget',
		what: 'If it goes on like this, the ad account spends more this month than you set; told once a month',
	},
	{
		id: 'token_expiring',
		name: 'Token About to Expire',
		what: 'A token that only you can replace ends within 7 days',
	},
] as const satisfies readonly Kind[];

/** The id of a change that can be told. */
export type ChangeKind = (typeof CHANGES)[number]['id'];
