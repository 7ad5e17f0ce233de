import {
	isObject,
	listField,
	needed,
	objectField,
	objectOf,
	pageOf,
	textField,
	Unreadable,
	type Field,
} from '../../client/readers';
import type { EventQualityScore, QualityIssue } from '../../pinterest/types';
import { nameInFigures } from '../event/eventNames';

/** What Pinterest finds wrong with something that an event carries, in its own words. */
export interface EventIssue {
	readonly name: string;
	readonly reason: string;
}

/** How many of an event carry something. */
export interface Coverage {
	/** Percent, 0 to 100. */
	readonly coverage: number;
	/** Percent; of event IDs only: how many the tag and the server share. */
	readonly overlap: number | null;
	readonly issues: readonly EventIssue[];
}

/** One event of a source. */
export interface EventScore {
	/** As events are sent: `checkout`. */
	readonly event_name: string;
	/** By Pinterest's names of what an event may carry: `hashed_email`, `click_id_epik` … */
	readonly carries: Readonly<Record<string, Coverage>>;
}

/** The events that came to Pinterest by one way from one platform. */
export interface EventQuality {
	/** TAG, CONVERSIONS_API, MMP, FILE_UPLOAD, NATIVE. */
	readonly ingestion_source: string;
	/** WEB, MOBILE_IOS, OFFLINE …; null where Pinterest does not say. */
	readonly source_platform: string | null;
	/** GOOD, FAIR, NEEDS_IMPROVEMENT; null where Pinterest does not say. */
	readonly overall_status: string | null;
	readonly events: readonly EventScore[];
}

export interface QualityScores {
	readonly scores: readonly EventQuality[];
	/** Completes "Pinterest's answer holds …" where one could not be read. */
	readonly odd?: string;
}

/** A percentage is no less than nothing and no more than all. */
const percentField: Field<number> = {
	read: (value) => (typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined),
	odd: 'not a percentage',
};

const readIssue = objectOf<QualityIssue>('an issue of an event', {
	...{ id: textField, name: textField, reason: textField },
});

interface Details {
	readonly coverage: number;
	readonly overlap?: number | null;
	readonly issues?: readonly QualityIssue[] | null;
}

const readDetails = objectOf<Details>('what events carry', {
	coverage: needed(percentField, 'a coverage'),
	overlap: percentField,
	issues: listField(objectField(readIssue), 'not a list'),
});

type ByEvent = Readonly<Record<string, Details>>;

/** An object of which every value is read alike; null is the same as missing. */
const eachOf =
	<T>(what: string, read: (value: unknown) => T) =>
	(value: unknown): Readonly<Record<string, T>> => {
		if (!isObject(value)) throw new Unreadable(`no object where ${what} should be`);
		const filled = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
		return Object.fromEntries(filled.map(([name, one]) => [name, read(one)]));
	};

const readComponents = eachOf(
	'the components of a quality score',
	eachOf('the events of a quality component', readDetails),
);

type Score = Omit<EventQualityScore, 'quality_components'> & {
	readonly quality_components?: Readonly<Record<string, ByEvent>> | null;
};

const readScore = objectOf<Score>('an event quality score', {
	ingestion_source: needed(textField, 'an ingestion source'),
	source_platform: textField,
	overall_status: textField,
	quality_components: objectField(readComponents),
});

const readList = pageOf(readScore);

/** Reads the answer of `conversion_eqs/list`: a bare list. One odd score costs no other. */
export function readScores(value: unknown): QualityScores {
	const { items, odd } = readList({ items: value });
	const scale = scaleOf(items);
	const scores = items.map((score) => qualityOf(score, scale));
	return odd === undefined ? { scores } : { scores, odd: odd.message };
}

/**
 * Described as percentages. Where nothing in the whole answer is above 1, hardly any event would carry anything,
 * its own id included: then they are shares of 1, and not a reason to alarm anybody.
 */
function scaleOf(scores: readonly Score[]): number {
	const all = scores.flatMap(({ quality_components: components }) =>
		Object.values(components ?? {}).flatMap((byEvent) =>
			Object.values(byEvent).map(({ coverage }) => coverage),
		),
	);
	return all.length > 0 && Math.max(...all) <= 1 ? 100 : 1;
}

function qualityOf(score: Score, scale: number): EventQuality {
	const events = new Map<string, Map<string, Coverage>>();
	for (const [component, byEvent] of Object.entries(score.quality_components ?? {})) {
		for (const [name, details] of Object.entries(byEvent)) {
			const event = nameInFigures(name);
			const carries = events.get(event) ?? new Map<string, Coverage>();
			events.set(event, carries.set(component, coverageOf(details, scale)));
		}
	}
	return {
		ingestion_source: score.ingestion_source ?? '',
		source_platform: score.source_platform ?? null,
		overall_status: score.overall_status ?? null,
		events: [...events].map(([event_name, carries]) => ({
			...{ event_name, carries: Object.fromEntries(carries) },
		})),
	};
}

const coverageOf = ({ coverage, overlap, issues }: Details, scale: number): Coverage => ({
	coverage: coverage * scale,
	overlap: overlap === undefined || overlap === null ? null : overlap * scale,
	issues: (issues ?? []).map(({ id, name, reason }) => ({
		name: name ?? id ?? '',
		reason: reason ?? '',
	})),
});

/** An event that carried nothing at all could not have been taken: it is only listed. */
export const hasArrived = ({ carries }: EventScore): boolean =>
	Object.values(carries).some(({ coverage }) => coverage > 0);
