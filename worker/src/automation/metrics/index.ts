export {
	compareMetrics,
	doublesIn,
	type Figures,
	type KeptMetrics,
	type MetricsChanges,
} from './compareMetrics';
export { compareMetricsInput, metricsToWrite, type MetricsQuestion } from './metricsToWrite';
export { ROWS_AT_ONCE, rowsAtOnce, type RowsAtOnce } from './rowsAtOnce';
