export { listColumns, type ListedColumn } from './columnList';
export { COLUMN_PRESETS, DEFAULT_COLUMNS } from './columns';
export { fetchMetrics, type MetricsResult } from './fetchMetrics';
export { LEVELS, type LevelName } from './levels';
export { createMetricsReport, type MetricsReport } from './metricsReport';
export { createReportPicture, type PictureInput, type ReportPicture, type Totals } from './picture';
export type { MetricsRow } from './rows';
export { TARGETING_TYPES } from './targetingTypes';
export { GRANULARITIES, PERIODS, type Granularity, type Period } from './windows';
