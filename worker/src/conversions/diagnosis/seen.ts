import type { ConversionTagRecord } from '../../conversionTags/tagRecord';
import type { CarriedEvents } from '../carried/countCarried';
import { nameInFigures } from '../event/eventNames';
import { hasArrived, type EventQuality, type EventScore } from '../quality/readScores';
import type { ConversionSubject } from './conversionFinding';
import type { Matched } from './matched';

/** The parts of a tag that are looked at. */
export type SeenTag = Pick<
	ConversionTagRecord,
	'id' | 'name' | 'status' | 'last_fired_at' | 'automatic_match'
>;

/** Everything that a diagnosis goes by; what could not be read is undefined. */
export interface Seen {
	readonly account: ConversionSubject;
	/** Milliseconds. */
	readonly now: number;
	readonly days: number;
	/** Names of events that should arrive. */
	readonly expected: readonly string[];
	readonly carried: readonly CarriedEvents[];
	/** The scores of the last day, and of the last 14 days. */
	readonly lastDay?: readonly EventQuality[];
	readonly fortnight?: readonly EventQuality[];
	/** Whether some of these could not be read: then nobody can say what is not among them. */
	readonly isPartial?: boolean;
	readonly tags?: readonly SeenTag[];
	readonly matched?: Matched;
}

/** An event as it came to Pinterest by one way. */
export interface ArrivedEvent {
	readonly score: EventScore;
	readonly source: EventQuality;
}

/** What arrived, event by event and source by source. */
export const arrivedIn = (scores: readonly EventQuality[] = []): ArrivedEvent[] =>
	scores.flatMap((source) => source.events.filter(hasArrived).map((score) => ({ score, source })));

/** Whether what is not among the scores of the last 14 days has not arrived. */
export const showsAll = ({ fortnight, isPartial = false }: Seen): boolean =>
	fortnight !== undefined && !isPartial;

/** What of the events that are kept here is the same as one in Pinterest's figures. */
export const nameOf = ({ event_name }: Pick<CarriedEvents, 'event_name'>): string =>
	nameInFigures(event_name);

export const SERVER = 'CONVERSIONS_API';
export const TAG = 'TAG';

const WAYS: Readonly<Record<string, string>> = {
	[SERVER]: 'the Conversions API',
	[TAG]: 'the Pinterest tag',
	MMP: 'a mobile measurement partner',
	FILE_UPLOAD: 'an uploaded file',
};

/** "the Conversions API (WEB)". */
export const wayOf = ({
	ingestion_source: way,
	source_platform: platform,
}: Pick<EventQuality, 'ingestion_source' | 'source_platform'>): string =>
	`${WAYS[way] ?? `the source ${way}`}${platform === null ? '' : ` (${platform})`}`;
