import { adAccountId } from '../../connection/adAccountField';
import { inputOf, type GivenTo } from '../../fields/inputs';
import { choice } from '../../fields/kinds';
import type { Schemas } from '../../pinterest/api';

type Described = Schemas['EventQualityScore'];

/** How far back the events of a score lie. */
export const LOOKBACKS = {
	'1d': { label: 'One Day' },
	'14d': { label: '14 Days' },
} as const satisfies Record<Described['lookback_period'], object>;

export type Lookback = keyof typeof LOOKBACKS;

/** The ways by which Pinterest gets events. Schema `IngestionSourceOptions`. */
const INGESTION_SOURCES = {
	TAG: { label: 'Pinterest Tag' },
	CONVERSIONS_API: { label: 'Conversions API' },
	MMP: { label: 'Mobile Measurement Partner' },
	FILE_UPLOAD: { label: 'File Upload' },
	NATIVE: { label: 'Native' },
} as const satisfies Record<Described['ingestion_source'], object>;

/** Schema `SourcePlatformOptions`. */
const PLATFORMS = {
	WEB: { label: 'Web' },
	MOBILE: { label: 'Mobile' },
	MOBILE_ANDROID: { label: 'Android App' },
	MOBILE_IOS: { label: 'iOS App' },
	OFFLINE: { label: 'Offline' },
	PINTEREST_WEB: { label: 'Pinterest on the Web' },
	PINTEREST_ANDROID: { label: 'Pinterest on Android' },
	PINTEREST_IOS: { label: 'Pinterest on iOS' },
	POINT_OF_SALE: { label: 'Point of Sale' },
} as const satisfies Record<Described['source_platform'], object>;

/** The input of `getEventQuality`. */
export const getEventQualityInput = inputOf({
	adAccountId,
	lookback: choice({
		label: 'Lookback',
		description: 'How far back the events lie. Left out: 14 days.',
		choices: LOOKBACKS,
		preset: '14d',
	}),
	ingestionSource: choice({
		label: 'Ingestion Source',
		description: 'Only events that came this way',
		choices: INGESTION_SOURCES,
	}),
	sourcePlatform: choice({
		label: 'Source Platform',
		description: 'Only events from there',
		choices: PLATFORMS,
	}),
});

/** What `getEventQuality` takes. @interface */
export type EventQualityFilters = GivenTo<typeof getEventQualityInput>;
