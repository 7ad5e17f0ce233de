import { DAY_MS, formatTime } from '../../../values/time';
import { HOUR_MS, type CarriedEvents } from '../../carried/countCarried';
import {
	calledAs,
	conversionFinding,
	eventNamed,
	eventsOf,
	shareOf,
	type ConversionFinding,
} from '../conversionFinding';
import { arrivedIn, nameOf, SERVER, showsAll, wayOf, type Seen } from '../seen';

/** With fewer events nobody can say how often one usually comes. Our own measure: Pinterest has none. */
export const LEAST_EVENTS = 5;

/** Nothing arrives, or only tests. */
export function noEventFindings(seen: Seen): ConversionFinding[] {
	const { account, days, carried, lastDay, fortnight } = seen;
	const count = (of: (one: CarriedEvents) => number) =>
		carried.reduce((sum, one) => sum + of(one), 0);
	const [real, tests] = [count((one) => one.events), count((one) => one.test_events)];
	const arrived = arrivedIn(fortnight);
	if (real === 0 && tests > 0 && arrived.length === 0) {
		const message = `All ${eventsOf(tests)} of the last ${days} days were tests: Pinterest records none of them.`;
		return [conversionFinding(account, 'blocks', 'tests_only', message)];
	}
	const findings: ConversionFinding[] = [];
	if (showsAll(seen) && arrived.length === 0 && real === 0) {
		const message = 'No conversion event has arrived at Pinterest in the last 14 days.';
		findings.push(conversionFinding(account, 'blocks', 'no_events', message));
	}
	if (arrived.length > 0 && lastDay !== undefined && arrivedIn(lastDay).length === 0) {
		const names = new Set(arrived.map(({ score }) => score.event_name));
		const message = `Nothing has arrived at Pinterest within the last day; in the last 14 days there were ${[...names].join(', ')}.`;
		findings.push(conversionFinding(account, 'slows', 'event_stopped', message));
	}
	if (tests > 0 && real > 0) {
		const message = `${shareOf(tests, real + tests)} events of the last ${days} days were tests, which Pinterest does not record.`;
		findings.push(conversionFinding(account, 'info', 'tests_among_them', message));
	}
	return findings;
}

/** An event that should arrive and is nowhere. */
export function missingFindings(seen: Seen): ConversionFinding[] {
	const { expected, carried, fortnight, isPartial } = seen;
	if (isPartial === true || (fortnight === undefined && carried.length === 0)) return [];
	const known = new Set([
		...carried.filter(({ events }) => events > 0).map(nameOf),
		...arrivedIn(fortnight).map(({ score }) => score.event_name),
	]);
	return expected
		.filter((name) => !known.has(name))
		.map((name) => {
			const subject = eventNamed(name);
			const where =
				fortnight === undefined
					? 'is not among the conversions that were given'
					: 'has not arrived at Pinterest in the last 14 days';
			return conversionFinding(
				subject,
				'blocks',
				'event_missing',
				`${calledAs(subject)} ${where}, and should have.`,
			);
		});
}

/** No longer there, though it used to come: here by its own rhythm, at Pinterest by the day. */
export function stoppedFindings(seen: Seen): ConversionFinding[] {
	const { now, expected, carried, lastDay, fortnight } = seen;
	const stoppedHere = carried.flatMap((one) => {
		const silence = silenceOf(one, now);
		return silence === undefined ? [] : [stoppedHereFinding(one, silence)];
	});
	const known = new Set(stoppedHere.map(({ id }) => id));
	const today = arrivedIn(lastDay);
	// Where nothing at all has arrived, that is said once, of the ad account.
	if (lastDay === undefined || today.length === 0) return stoppedHere;
	const stillThere = new Set(
		today.map(({ score, source }) => keyOf(score.event_name, source.ingestion_source)),
	);
	const stoppedThere = arrivedIn(fortnight).filter(({ score, source }) => {
		const isKnown = source.ingestion_source === SERVER && known.has(score.event_name);
		return !isKnown && !stillThere.has(keyOf(score.event_name, source.ingestion_source));
	});
	return [
		...stoppedHere,
		...stoppedThere.map(({ score, source }) => {
			const subject = eventNamed(score.event_name);
			const severity = expected.includes(score.event_name) ? 'blocks' : 'info';
			const message = `${calledAs(subject)} came through ${wayOf(source)} in the last 14 days, but not in the last day, while other events did.`;
			return conversionFinding(subject, severity, 'event_stopped', message);
		}),
	];
}

const keyOf = (name: string, way: string) => JSON.stringify([name, way]);

/** How long nothing has come, where that is more than a day and twice the longest pause before. */
function silenceOf(
	{ events, last_at, longest_pause_hours: pause }: CarriedEvents,
	now: number,
): number | undefined {
	if (events < LEAST_EVENTS || last_at === null || pause === null) return undefined;
	const silence = now - Date.parse(last_at);
	return silence > Math.max(DAY_MS, 2 * pause * HOUR_MS) ? silence : undefined;
}

function stoppedHereFinding(one: CarriedEvents, silence: number): ConversionFinding {
	const subject = eventNamed(nameOf(one));
	const last = formatTime(Date.parse(one.last_at ?? '') / 1000);
	const message = `${calledAs(subject)} (${one.action_source}) has not come in for ${Math.floor(silence / HOUR_MS)} hours, since ${last}. Before, there were never more than ${one.longest_pause_hours} hours between two of its ${one.events} events.`;
	return conversionFinding(subject, 'blocks', 'event_stopped', message);
}

/** Sent, but not in Pinterest's figures; and what could not be sent. */
export function sendingFindings(seen: Seen): ConversionFinding[] {
	const { carried, fortnight } = seen;
	const there = new Set(
		arrivedIn(fortnight)
			.filter(({ source }) => source.ingestion_source === SERVER)
			.map(({ score }) => score.event_name),
	);
	return carried.flatMap((one) => {
		const subject = eventNamed(nameOf(one));
		const findings: ConversionFinding[] = [];
		const { sent = 0, failed = 0, dead = 0 } = one.statuses;
		// Figures come in late: only what is older counts.
		const settled = Math.max(0, sent - one.recent);
		if (showsAll(seen) && settled > 0 && !there.has(subject.id)) {
			const message = `${calledAs(subject)} (${one.action_source}): ${eventsOf(settled)} sent more than two days ago, but Pinterest’s figures of the last 14 days have none that came through the Conversions API.`;
			findings.push(conversionFinding(subject, 'slows', 'not_in_figures', message));
		}
		if (failed + dead > 0) {
			const message = `${calledAs(subject)} (${one.action_source}): ${shareOf(failed + dead, one.events)} could not be sent (${failed} to be tried again, ${dead} given up).`;
			findings.push(conversionFinding(subject, dead > 0 ? 'blocks' : 'slows', 'not_sent', message));
		}
		return findings;
	});
}
