import { billableEvent, creativeType, objective, targetingSpec } from './ownAdSchemas.mts';
import {
	flag,
	free,
	id,
	listOf,
	nullableWhole,
	object,
	oneOf,
	text,
	type Schema,
} from './ownSchemaParts.mts';

export * from './ownAdSchemas.mts';
export * from './ownEventSchemas.mts';
export * from './ownSchemaParts.mts';

/** Lists, audiences, keywords, estimates and reports; the larger ones have files of their own. */

const listType = oneOf('EMAIL', 'IDFA', 'MAID', 'LR_ID', 'DLX_ID', 'HASHED_PINNER_ID');
export const customerListCreate = object({ name: text, records: text, list_type: listType }, [
	'name',
	'records',
]);

const audience = { ad_account_id: id, name: text, description: text, rule: free };
const audienceType = oneOf('CUSTOMER_LIST', 'VISITOR', 'ENGAGEMENT', 'ACTALIKE', 'PERSONA');
export const audienceCreate = object({ ...audience, audience_type: audienceType }, [
	'audience_type',
	'name',
	'rule',
]);
export const audienceUpdate = object({
	...audience,
	operation_type: oneOf('UPDATE', 'REMOVE'),
});

export const matchType = oneOf('BROAD', 'PHRASE', 'EXACT', 'EXACT_NEGATIVE', 'PHRASE_NEGATIVE');
const keyword = object({ match_type: matchType, value: text, bid: nullableWhole }, [
	'match_type',
	'value',
]);
export const keywordsCreate = object(
	{
		parent_id: { type: 'string', pattern: '^((AG)|C)?\\d+$' },
		keywords: listOf(keyword),
	},
	['keywords', 'parent_id'],
);
export const keywordsUpdate = object(
	{ keywords: listOf(object({ id, archived: flag, bid: nullableWhole }, ['id'])) },
	['keywords'],
);

export const audienceSizing = object({
	auto_targeting_enabled: flag,
	creative_types: listOf(creativeType),
	keywords: listOf(keyword),
	placement_group: text,
	product_group_ids: listOf(id),
	targeting_spec: targetingSpec,
});
const bidFloorSpec = object(
	{
		billable_event: billableEvent,
		countries: listOf(text),
		creative_type: creativeType,
		currency: text,
		objective_type: objective,
		optimization_goal_metadata: free,
	},
	['billable_event', 'currency'],
);
export const bidFloor = object({
	bid_floor_specs: listOf(bidFloorSpec),
	targeting_spec: targetingSpec,
});

const windowDays: Schema = { type: 'integer', enum: [0, 1, 7, 14, 30, 60] };
export const windows = {
	click_window_days: windowDays,
	engagement_window_days: windowDays,
	view_window_days: windowDays,
	conversion_report_time: oneOf('TIME_OF_AD_ACTION', 'TIME_OF_CONVERSION'),
	reporting_timezone: oneOf('PINTEREST_TIME_ZONE', 'AD_ACCOUNT_TIME_ZONE'),
};
export const granularity = oneOf('TOTAL', 'DAY', 'HOUR', 'WEEK', 'MONTH');
export const targetingTypes = [
	'KEYWORD',
	'APPTYPE',
	'GENDER',
	'LOCATION',
	'PLACEMENT',
	'COUNTRY',
	'TARGETED_INTEREST',
	'PINNER_INTEREST',
	'AUDIENCE_INCLUDE',
	'GEO',
	'AGE_BUCKET',
	'REGION',
	'AGE_BUCKET_AND_GENDER',
];
const reportTargetingType = oneOf(
	...[...targetingTypes, 'MEDIA_TYPE', 'AUDIENCE_MULTIPLIER'],
	...['CREATIVE_ENHANCEMENTS', 'LOCAL_ADS_STORE_CODE'],
);
export const column: Schema = { type: 'string', pattern: '^[A-Z0-9_]+$' };
export const report = object(
	{
		start_date: text,
		end_date: text,
		granularity,
		columns: listOf(column),
		level: text,
		campaign_ids: listOf(id),
		campaign_statuses: listOf(text),
		campaign_objective_types: listOf(text),
		ad_group_ids: listOf(id),
		ad_group_statuses: listOf(text),
		ad_ids: listOf(id),
		ad_statuses: listOf(text),
		product_group_ids: listOf(id, { minItems: 1, maxItems: 500 }),
		product_group_statuses: listOf(text),
		targeting_types: listOf(reportTargetingType, { minItems: 1, maxItems: 5 }),
		primary_sort: oneOf('BY_ID', 'BY_DATE'),
		report_format: oneOf('JSON', 'CSV'),
		...windows,
	},
	['start_date', 'end_date', 'granularity', 'columns', 'level'],
);
