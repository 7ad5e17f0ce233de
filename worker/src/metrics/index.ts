export { listColumns, type ListedColumn } from './columns/columnList';
export { COLUMN_PRESETS, DEFAULT_COLUMNS } from './columns/columns';
export type { MetricsComparison } from './comparison/besideOther';
export type { CompareWith } from './comparison/comparisons';
export { fetchMetrics, type MetricsResult } from './fetchMetrics';
export type { FreshDays } from './freshness';
export { metricsInput, type MetricsInput } from './metricsInput';
export { LEVELS, type LevelName } from './levels';
export type { MetricsRow } from './rows/metricsRows';
export {
	BROKEN_DOWN,
	TARGETING_TYPES,
	TYPES_OF,
	isReportType,
	type BrokenDown,
} from './breakdown/targetingTypes';
export { GRANULARITIES, PERIODS, type Granularity, type Period } from './periods';
