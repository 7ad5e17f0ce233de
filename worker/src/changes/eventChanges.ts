import { CONVERSION_HINTS } from '../conversions/diagnosis/reasons';
import { arrivedIn, wayOf } from '../conversions/diagnosis/seen';
import type { EventQuality } from '../conversions/quality/readScores';
import type { ConversionTagRecord } from '../conversionTags/tagRecord';
import { shortened } from '../values/shortened';
import { DAY_MS, inUtc } from '../values/time';
import { placeAndTime, type ChangeEvent, type Look, type LookResult } from './changeEvent';
import { heard, justStopped, notHeard, type Rhythm } from './rhythm';

/** The rhythm of each event by the way that it comes, and of each tag. */
export type SeenEvents = Readonly<Record<string, Rhythm>>;

/** What Pinterest says of the events of the last day, and of the tags. */
export interface ObservedEvents {
	readonly lastDay: readonly EventQuality[];
	readonly tags: ReadonlyArray<Pick<ConversionTagRecord, 'id' | 'name' | 'last_fired_at'>>;
}

const HOUR_MS = 60 * 60 * 1000;
/** Names of one's own may be any number. */
const MOST_EVENTS = 500;

type Told = Omit<ChangeEvent, 'ad_account_id' | 'observed_at' | 'change' | 'hint'>;

/** Something that comes or does not. */
interface Source {
	readonly isHeard: boolean;
	/** When it last came, where that is known exactly. */
	readonly last?: number;
	/** What is said of it once it has stopped. */
	readonly who: Pick<Told, 'level' | 'id' | 'name'> & { readonly inWords: string };
}

/** @param seen undefined: they are looked at for the first time, and nothing is told */
export function compareEvents(
	look: Look,
	seen: SeenEvents | undefined,
	observed: ObservedEvents,
): LookResult<SeenEvents> {
	const before = seen ?? {};
	const sources = sourcesOf(look, before, observed);
	const isBehind = observed.lastDay.every(isEmpty) && hasFired(observed.tags, look.at);
	const rhythms: Array<readonly [key: string, rhythm: Rhythm]> = [];
	const events: Array<{ key: string; event: ChangeEvent }> = [];
	for (const [key, { isHeard, last, who }] of sources) {
		const known = Object.hasOwn(before, key) ? before[key] : undefined;
		if (isHeard) {
			rhythms.push([key, heard(known, look.at)]);
			continue;
		}
		if (known === undefined) continue;
		if (isBehind && who.level === 'event') {
			rhythms.push([key, known]);
			continue;
		}
		const result = notHeard(known, look.at, last);
		if (result === undefined) continue;
		rhythms.push([key, result.rhythm]);
		if (result.told) {
			events.push({
				key: `events:${key}:stopped`,
				event: {
					change: 'events_stopped',
					what: inWords(who.inWords, look.at, result.told),
					hint: CONVERSION_HINTS.event_stopped,
					...{ level: who.level, id: who.id, name: who.name },
					...{ before: 'arriving', after: 'stopped' },
					...placeAndTime(look),
				},
			});
		}
	}
	const sorted = rhythms.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_EVENTS);
	return { seen: Object.fromEntries(sorted), events };
}

function inWords(
	who: string,
	at: number,
	{ silence, longestPause }: { silence: number; longestPause: number },
): string {
	const usual =
		longestPause === 0
			? 'Before, it came every day.'
			: `Before, it was never gone for more than ${Math.ceil(longestPause / HOUR_MS)} hours.`;
	return `${who} for ${Math.floor(silence / HOUR_MS)} hours, since ${inUtc(at - silence)}. ${usual}`;
}

const isEmpty = (quality: EventQuality) => arrivedIn([quality]).length === 0;

/** The figures cannot be of the last day where nothing is in them though a tag has fired on it. */
const hasFired = (tags: ObservedEvents['tags'], at: number) =>
	tags.some((tag) => at - firedAt(tag) < DAY_MS);

const firedAt = ({ last_fired_at: at }: ObservedEvents['tags'][number]) =>
	at === null ? -Infinity : Date.parse(at);

/** Everything that is heard now, and what was heard before. */
function sourcesOf(
	{ at }: Look,
	before: SeenEvents,
	{ lastDay, tags }: ObservedEvents,
): Map<string, Source> {
	const sources = new Map<string, Source>();
	for (const { score, source } of arrivedIn(lastDay)) {
		const key = eventKey(source.ingestion_source, score.event_name);
		sources.set(key, { isHeard: true, who: whoOf(key) });
	}
	for (const key of Object.keys(before)) {
		if (isEventKey(key) && !sources.has(key)) sources.set(key, { isHeard: false, who: whoOf(key) });
	}
	// A tag that is no longer listed was taken away by somebody.
	for (const tag of tags) {
		const last = firedAt(tag);
		if (last === -Infinity) continue;
		const name = tag.name === '' ? null : tag.name;
		const inWords = `Conversion tag ${name === null ? tag.id : `“${shortened(name, 300)}”`} has not fired`;
		sources.set(`tag:${tag.id}`, {
			...{ isHeard: at - last < DAY_MS, last },
			who: { level: 'conversion_tag', id: tag.id, name, inWords },
		});
	}
	return sources;
}

const EVENT = 'event:';
const isEventKey = (key: string) => key.startsWith(EVENT);
export const eventKey = (way: string, name: string) => `${EVENT}${way}:${name}`;

function whoOf(key: string): Source['who'] {
	const [way, ...rest] = key.slice(EVENT.length).split(':');
	const name = rest.join(':');
	const by = wayOf({ ingestion_source: way, source_platform: null });
	const inWords = `Event “${shortened(name, 300)}” has not arrived through ${by}`;
	return { level: 'event', id: name, name, inWords };
}

/** As if all that is silent now had come until just now: what could serve as a sample. */
export function noEventsSeen(
	at: number,
	{ tags }: ObservedEvents,
	fortnight: readonly EventQuality[] = [],
): SeenEvents {
	const keys = [
		...tags.map(({ id }) => `tag:${id}`),
		...arrivedIn(fortnight).map(({ score, source }) =>
			eventKey(source.ingestion_source, score.event_name),
		),
	];
	return Object.fromEntries(keys.map((key) => [key, justStopped(at)]));
}
