export { createMetricsReport, type MetricsReport } from './metricsReport';
export { fetchMetricsTotals, type AboutTotals } from './metricsTotals';
export {
	createReportPicture,
	type PictureInput,
	type ReportPicture,
	type Totals,
} from './reportPicture';
export * from './dashboard';
