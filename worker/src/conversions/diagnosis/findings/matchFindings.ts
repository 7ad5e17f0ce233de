import {
	calledAs,
	conversionFinding,
	eventNamed,
	eventsOf,
	type ConversionFinding,
} from '../conversionFinding';
import type { Matched } from '../matched';
import { arrivedIn, nameOf, showsAll, type Seen } from '../seen';
import { LEAST_EVENTS } from './arrivalFindings';

/** The events of which the report has a figure of their own. */
const FIGURES: Readonly<Record<string, keyof Matched>> = {
	checkout: 'checkouts',
	lead: 'leads',
	signup: 'signups',
	page_visit: 'page_visits',
};

/** What Pinterest attributes to ads, against what was sent. */
export function matchFindings(seen: Seen): ConversionFinding[] {
	const { account, days, carried, fortnight, matched } = seen;
	if (matched === undefined) return [];
	if (matched.conversions > 0) return unattributed(seen, matched);
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

/** An event of which nothing is attributed, while others are. */
function unattributed(seen: Seen, matched: Matched): ConversionFinding[] {
	const { carried, days } = seen;
	// What has not even arrived is another finding.
	const arrived = new Set(arrivedIn(seen.fortnight).map(({ score }) => score.event_name));
	const settled = new Map<string, number>();
	for (const one of carried) {
		const name = nameOf(one);
		settled.set(name, (settled.get(name) ?? 0) + one.events - one.recent);
	}
	return [...settled].flatMap(([name, count]) => {
		const figure = Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined;
		if (figure === undefined || matched[figure] > 0 || count < LEAST_EVENTS) return [];
		if (showsAll(seen) && !arrived.has(name)) return [];
		const subject = eventNamed(name);
		const message = `${calledAs(subject)}: Pinterest attributes none of ${eventsOf(count)} that are more than two days old to an ad in the last ${days} days, while it does so with ${matched.conversions} conversions of other events.`;
		return [conversionFinding(subject, 'slows', 'none_attributed', message)];
	});
}
