import { dayInWords } from '../times';
import type { AudienceCard } from './audienceCards';
import { isLive, type Campaign, type Campaigns } from './campaigns';
import type { ConnectionState } from './connectionState';
import type { Spans } from './periods';
import { DAY_MS } from '../../../values/time';

/** Something that holds campaigns back, as far as the tables know. */
export interface Hold {
	readonly says: string;
	readonly toDo: string;
	/** The campaign that Pinterest can be asked about. */
	readonly campaignId?: string;
	readonly name?: string;
}

export interface Delivery {
	readonly holds: readonly Hold[];
	/** More of the same kind that are not listed. */
	readonly more: number;
	readonly paused: number;
	readonly live: number;
}

const LISTED = 5;
/** Pinterest shows ads to no smaller one. */
const SMALLEST = 100;
/** Figures of yesterday may still be on their way. */
const QUIET_DAYS = 2;

export function deliveryOf(
	campaigns: Campaigns,
	connection: ConnectionState,
	audiences: readonly AudienceCard[],
	spans: Spans,
): Delivery {
	const live = campaigns.all.filter(({ status }) => isLive({ campaign_status: status }));
	const quiet = live.filter((one) => isQuiet(one, spans));
	const small = audiences.filter(
		({ isActive, contacts }) => isActive && contacts !== null && contacts < SMALLEST,
	);
	return {
		holds: [
			...(connection.isActive
				? []
				: [
						{
							says: 'Pinterest is not connected, so nothing below is brought up to date.',
							toDo: connection.toDo,
						},
					]),
			...quiet.slice(0, LISTED).map(quietOf),
			...(small.length === 0 ? [] : [tooSmall(small)]),
		],
		more: Math.max(0, quiet.length - LISTED),
		paused: campaigns.all.filter(({ status }) => status === 'PAUSED').length,
		live: live.length,
	};
}

function isQuiet({ lastShown }: Campaign, { today }: Spans): boolean {
	if (lastShown === undefined) return true;
	return Date.parse(today) - Date.parse(lastShown) > QUIET_DAYS * DAY_MS;
}

function quietOf({ id, name, lastShown }: Campaign): Hold {
	return {
		...{ campaignId: id, name: name ?? id },
		says:
			lastShown === undefined
				? 'is switched on, and was not shown once in these days.'
				: `is switched on, and was last shown on ${dayInWords(lastShown)}.`,
		toDo: 'Ask Pinterest what holds it back: budget, bid, dates, targeting, Pins that were not approved.',
	};
}

const tooSmall = (small: readonly AudienceCard[]): Hold => ({
	says: `${small.length === 1 ? 'An audience has' : `${small.length} audiences have`} fewer than 100 contacts: ${small
		.slice(0, LISTED)
		.map(({ name }) => `“${name}”`)
		.join(', ')}${small.length > LISTED ? ' …' : ''}.`,
	toDo: 'Pinterest shows no ads to an audience that is so small. Add contacts, or target something else beside it.',
});
