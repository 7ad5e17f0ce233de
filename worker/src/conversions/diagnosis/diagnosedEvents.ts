import type { CarriedEvents } from '../carried/countCarried';
import { arrivedIn, nameOf, type Seen } from './seen';

/** One event, with what was counted here and what Pinterest says of it. */
export interface DiagnosedEvent {
	readonly event_name: string;
	/** What was sent from here, one record for each place. */
	readonly sent: ReadonlyArray<Omit<CarriedEvents, 'event_name'>>;
	/** What arrived at Pinterest in the last 14 days, one record for each way in. */
	readonly arrived: ReadonlyArray<{
		readonly ingestion_source: string;
		readonly source_platform: string | null;
		/** Of all events that came that way. */
		readonly overall_status: string | null;
		/** Percent of the events that carry each, by Pinterest's names. */
		readonly coverage: Readonly<Record<string, number>>;
		/** Whether any came in the last day; null where that could not be read. */
		readonly in_last_day: boolean | null;
	}>;
}

/** The figures behind the findings, event by event. */
export function diagnosedEvents({ carried, fortnight, lastDay }: Seen): DiagnosedEvent[] {
	const arrived = arrivedIn(fortnight);
	const today = arrivedIn(lastDay);
	const names = new Set([...carried.map(nameOf), ...arrived.map(({ score }) => score.event_name)]);
	return [...names].map((event_name) => ({
		event_name,
		sent: carried.filter((one) => nameOf(one) === event_name).map(withoutName),
		arrived: arrived
			.filter(({ score }) => score.event_name === event_name)
			.map(({ score, source }) => ({
				ingestion_source: source.ingestion_source,
				source_platform: source.source_platform,
				overall_status: source.overall_status,
				coverage: Object.fromEntries(
					Object.entries(score.carries).map(([name, { coverage }]) => [name, coverage]),
				),
				in_last_day:
					lastDay === undefined
						? null
						: today.some(
								(one) =>
									one.score.event_name === event_name &&
									one.source.ingestion_source === source.ingestion_source &&
									one.source.source_platform === source.source_platform,
							),
			})),
	}));
}

function withoutName(events: CarriedEvents): Omit<CarriedEvents, 'event_name'> {
	const figures: Partial<CarriedEvents> = { ...events };
	delete (figures as { event_name?: string }).event_name;
	return figures as Omit<CarriedEvents, 'event_name'>;
}
