import { chooseEndpoint, refusalOf, type EndpointCase, type EndpointChoice } from '../endpoint';
import { isWithin, plusDays, reachOf, type DateRange } from '../windows';
import type { OtherPeriod } from './otherPeriod';
import { notCompared } from './sayComparison';

/** What is asked for at once: one of the periods, or both, the earlier one first. */
export interface PlannedRequests extends EndpointChoice {
	readonly periods: readonly DateRange[];
}

export interface RequestPlan {
	readonly requests: readonly PlannedRequests[];
	/** The period that is compared with; undefined where there is none, or where it cannot be had. */
	readonly other?: OtherPeriod;
	readonly warnings: readonly string[];
}

/**
 * Plans from where the period that is asked for comes, and the one that it is compared with: both at once where one
 * follows the other and rows say their days. Weeks, months and totals are asked for apart, as one row could hold
 * something of both.
 * @throws PinterestAdsError `invalid` where the period that is asked for cannot be had; of the other one it is a warning
 */
export function planRequests(asked: EndpointCase, other: OtherPeriod | undefined): RequestPlan {
	const { range } = asked;
	const alone = (): PlannedRequests => ({ ...chooseEndpoint(asked), periods: [range] });
	if (other === undefined) return { requests: [alone()], warnings: [] };
	const why = whyNot(asked, other.range);
	if (why !== undefined) {
		return { requests: [alone()], warnings: [notCompared(other.range, why)] };
	}
	if (isOneSpan(asked, other.range)) {
		const both = chooseEndpoint({ ...asked, range: { from: other.range.from, to: range.to } });
		return { requests: [{ ...both, periods: [other.range, range] }], other, warnings: [] };
	}
	return { requests: apart(asked, other.range), other, warnings: [] };
}

function apart(asked: EndpointCase, other: DateRange): PlannedRequests[] {
	const choose = (range: DateRange, onlyReport = false) => ({
		...chooseEndpoint({ ...asked, range, onlyReport }),
		periods: [range],
	});
	const chosen = [choose(other), choose(asked.range)];
	const isMixed = chosen[0].endpoint !== chosen[1].endpoint;
	// A report may write the parts of a breakdown in another way, so that none would find its counterpart.
	if (!isMixed || asked.level.breakdown === undefined) return chosen;
	return [choose(other, true), choose(asked.range, true)];
}

/** Why the period before cannot be had. */
function whyNot(asked: EndpointCase, other: DateRange): string | undefined {
	const reach = reachOf('report', asked.granularity);
	if (!isWithin(other.from, reach, asked.utcToday)) {
		return `it begins more than ${reach.back} days ago, and Pinterest gives no older ${asked.granularity === 'HOUR' ? 'hours' : 'numbers'}.`;
	}
	return refusalOf({ ...asked, range: other })?.text;
}

const isOneSpan = ({ granularity, range }: EndpointCase, other: DateRange): boolean =>
	(granularity === 'DAY' || granularity === 'HOUR') && plusDays(other.to, 1) === range.from;
