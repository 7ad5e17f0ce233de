import { PinterestAdsError } from '../client/errors';
import { adAccountId } from '../connection/adAccountField';
import { required } from '../fields/field';
import { inputOf, type GivenTo, type ReadFrom } from '../fields/inputs';
import { day, idOf } from '../fields/kinds';
import { DAY_MS, dayAt as toDay } from '../values/time';

/** Pinterest has a lead for so long after somebody has sent the form. */
const KEPT_DAYS = 30;

const FIELDS = {
	adAccountId,
	adId: required(
		idOf('ad', {
			label: 'Ad',
			description:
				'The lead ad whose leads to export. Pinterest exports those of one ad at a time.',
			example: '687201361754',
		}),
	),
	startDate: day({
		label: 'Start Date',
		description: 'The first day, in UTC. Empty means yesterday. Pinterest keeps leads for 30 days.',
		example: '2026-11-29',
	}),
	endDate: day({
		label: 'End Date',
		description: 'The last day, in UTC, which is included. Empty means yesterday.',
		example: '2026-11-29',
	}),
};

/** The input of `exportLeads`. */
export const exportLeadsInput = inputOf(FIELDS);
/** What `exportLeads` takes. @interface */
export type LeadsToExport = GivenTo<typeof exportLeadsInput>;

/** Days, `YYYY-MM-DD`, both included. */
export interface LeadDays {
	readonly startDate: string;
	readonly endDate: string;
}

/**
 * The days of an export: yesterday, unless others are given.
 * @param now Unix milliseconds
 * @throws PinterestAdsError `invalid` for days of which Pinterest has no leads any more, or not yet
 */
export function leadDays(
	{ startDate, endDate }: Pick<ReadFrom<typeof exportLeadsInput>, keyof LeadDays>,
	now: number,
): LeadDays {
	const today = toDay(now);
	const yesterday = toDay(now - DAY_MS);
	const first = startDate ?? endDate ?? yesterday;
	const last = endDate ?? (first > yesterday ? first : yesterday);
	const earliest = toDay(now - KEPT_DAYS * DAY_MS);
	if (first < earliest) {
		throw wrongDay(
			startDate === undefined ? 'endDate' : 'startDate',
			`${first} is more than ${KEPT_DAYS} days ago, and Pinterest keeps leads for ${KEPT_DAYS} days.`,
			`Begin on ${earliest} or later. Export every day, so that no lead is lost.`,
		);
	}
	if (first > last) {
		throw wrongDay('endDate', `${last} is before the start date, ${first}.`, 'Swap the two.');
	}
	if (last > today) {
		const field = endDate === undefined ? 'startDate' : 'endDate';
		throw wrongDay(
			field,
			`${last} has not come yet: in UTC it is ${today}.`,
			'Give a day that has.',
		);
	}
	return { startDate: first, endDate: last };
}

function wrongDay(name: keyof LeadDays, text: string, hint: string): PinterestAdsError {
	const { label } = FIELDS[name];
	return new PinterestAdsError('invalid', `${label}: ${text}`, { field: label, hint });
}
