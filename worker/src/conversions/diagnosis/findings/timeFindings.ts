import {
	calledAs,
	conversionFinding,
	eventNamed,
	shareOf,
	type ConversionFinding,
} from '../conversionFinding';
import { nameOf, type Seen } from '../seen';

/** What comes in long after it happened, and what is too new to be in a report. */
export function timeFindings({ carried }: Seen): ConversionFinding[] {
	return carried.flatMap((events) => {
		const subject = eventNamed(nameOf(events));
		const who = `${calledAs(subject)} (${events.action_source})`;
		const longest = ` The longest delay was ${events.longest_delay_hours ?? 0} hours.`;
		const findings: ConversionFinding[] = [];
		if (events.week_late > 0) {
			const message = `${who}: ${shareOf(events.week_late, events.timed)} came in more than 7 days after they happened.${longest}`;
			findings.push(conversionFinding(subject, 'slows', 'week_late_events', message));
		}
		const late = events.late - events.week_late;
		if (late > 0 && events.action_source !== 'offline') {
			const message = `${who}: ${shareOf(late, events.timed)} came in more than an hour after they happened. Events that are so late are counted as offline.${longest}`;
			findings.push(conversionFinding(subject, 'slows', 'late_events', message));
		}
		return findings;
	});
}

/** The last two days are still being attributed. */
export function pendingFindings({ account, carried, matched }: Seen): ConversionFinding[] {
	const recent = carried.reduce((sum, one) => sum + one.recent, 0);
	if (recent === 0) return [];
	const all = carried.reduce((sum, one) => sum + one.events, 0);
	const shown =
		matched === undefined ? '' : ` So far, the report has ${matched.conversions} conversions.`;
	const message = `${shareOf(recent, all)} events are not two days old yet.${shown}`;
	return [conversionFinding(account, 'info', 'attribution_pending', message)];
}
