import {
	calledAs,
	conversionFinding,
	eventNamed,
	shareOf,
	type ConversionFinding,
} from '../conversionFinding';
import { arrivedIn, nameOf, SERVER, showsAll, TAG, type Seen } from '../seen';
import { LOW_COVERAGE, percent } from './qualityFindings';

/** Whether each event is counted once: by its ids here, and by both ways that it comes to Pinterest. */
export const eventIdFindings = (seen: Seen): ConversionFinding[] => [
	...idFindings(seen),
	...waysFindings(seen),
];

function idFindings({ carried, fortnight }: Seen): ConversionFinding[] {
	const byTag = new Set(
		arrivedIn(fortnight)
			.filter(({ source }) => source.ingestion_source === TAG)
			.map(({ score }) => score.event_name),
	);
	return carried.flatMap((events) => {
		const subject = eventNamed(nameOf(events));
		const who = `${calledAs(subject)} (${events.action_source})`;
		const { order, made } = events.ids;
		const findings: ConversionFinding[] = [];
		if (order + made > 0) {
			const both = byTag.has(subject.id) ? ' The Pinterest tag reports this event as well.' : '';
			const message = `${who}: ${shareOf(order + made, events.known)} came without an event ID of their own; ${order} got one of the order number, ${made} one of everything in the event.${both}`;
			const severity = both === '' ? 'info' : 'slows';
			findings.push(conversionFinding(subject, severity, 'ids_made', message));
		}
		if (events.duplicates > 0) {
			const isOffline = events.action_source === 'offline';
			const counted = isOffline
				? 'Pinterest never removes duplicates of offline events, so it counts each.'
				: 'Pinterest counts those with the same ID once.';
			const message = `${who}: ${shareOf(events.duplicates, events.events)} have the event ID of another one. ${counted}`;
			findings.push(
				conversionFinding(subject, isOffline ? 'slows' : 'info', 'duplicates', message),
			);
		}
		return findings;
	});
}

/** Pinterest removes duplicates between the tag and the server by the event's name and id (operation `events/create`). */
function waysFindings(seen: Seen): ConversionFinding[] {
	const arrived = arrivedIn(seen.fortnight);
	const isWhole = showsAll(seen);
	const names = [...new Set(arrived.map(({ score }) => score.event_name))];
	const isUsed = (way: string) => arrived.some(({ source }) => source.ingestion_source === way);
	const hasBoth = isUsed(TAG) && isUsed(SERVER);
	return names.flatMap((name): ConversionFinding[] => {
		const subject = eventNamed(name);
		const by = (way: string) =>
			arrived.filter(
				({ score, source }) => score.event_name === name && source.ingestion_source === way,
			);
		const [tag, server] = [by(TAG), by(SERVER)];
		if (tag.length > 0 && server.length > 0) {
			const details = [...tag, ...server].flatMap(
				({ score }) => score.carries.external_event_id ?? [],
			);
			const overlaps = details.flatMap(({ overlap }) => (overlap === null ? [] : [overlap]));
			const coverage = Math.min(100, ...details.map((one) => one.coverage));
			const overlap = overlaps.length === 0 ? undefined : Math.max(...overlaps);
			const isLow = coverage < LOW_COVERAGE || (overlap !== undefined && overlap < LOW_COVERAGE);
			if (!isLow) return [];
			const shared =
				overlap === undefined ? '' : `, and ${percent(overlap)} have one that both ways share`;
			const message = `${calledAs(subject)} comes from the tag and from the server. At least on one of the ways, only ${percent(coverage)} carry an event ID${shared}.`;
			return [conversionFinding(subject, 'slows', 'not_deduplicated', message)];
		}
		if (isWhole && tag.length > 0 && server.length === 0) {
			const message = `${calledAs(subject)} comes from the Pinterest tag only, not from your server.`;
			return [conversionFinding(subject, hasBoth ? 'slows' : 'info', 'only_tag', message)];
		}
		if (isWhole && server.length > 0 && tag.length === 0 && hasBoth) {
			const message = `${calledAs(subject)} comes from your server only, not from the Pinterest tag: there is nothing to count once.`;
			return [conversionFinding(subject, 'info', 'only_server', message)];
		}
		return [];
	});
}
