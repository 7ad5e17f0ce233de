export { DEFAULT_COLUMNS } from './columns';
export { fetchMetrics, type MetricsResult } from './fetchMetrics';
export { LEVELS, type LevelName } from './levels';
export type { MetricsRow } from './rows';
export { GRANULARITIES, PERIODS, type Granularity, type Period } from './windows';
