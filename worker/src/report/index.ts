export { createMetricsReport, type MetricsReport } from './metricsReport';
export {
	createReportPicture,
	type PictureInput,
	type ReportPicture,
	type Totals,
} from './reportPicture';
export * from './dashboard';
