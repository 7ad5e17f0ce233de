import { conversionFinding, eventsOf, type ConversionFinding } from '../conversionFinding';
import { arrivedIn, type Seen } from '../seen';

/** What Pinterest attributes to ads, against what was sent. */
export function matchFindings(seen: Seen): ConversionFinding[] {
	const { account, days, carried, fortnight, matched } = seen;
	if (matched === undefined || matched.conversions > 0) return [];
	const settled = carried.reduce((sum, one) => sum + one.events - one.recent, 0);
	const arrived = arrivedIn(fortnight);
	if (settled === 0 && arrived.length === 0) return [];
	if (matched.impressions === 0) {
		const message = `No ad of this ad account was shown in the last ${days} days, so there is nothing that a conversion could be attributed to.`;
		return [conversionFinding(account, 'slows', 'no_ads_shown', message)];
	}
	const what =
		settled > 0
			? `of ${eventsOf(settled)} that are more than two days old`
			: `though events arrive (${[...new Set(arrived.map(({ score }) => score.event_name))].join(', ')})`;
	const message = `Pinterest attributes no conversion to an ad in the last ${days} days, ${what}; its ads had ${matched.impressions} impressions and ${matched.clicks} clicks.`;
	return [conversionFinding(account, 'slows', 'none_attributed', message)];
}
