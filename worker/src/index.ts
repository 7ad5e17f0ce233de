/** The worker's public API: tasks over ports. See worker/README.md. */
export * from './audiences';
export * from './campaigns';
export { CHANGES, findChanges, readWanted, sampleChanges, type ChangeEvent } from './changes';
export {
	checkConnection,
	getAdAccount,
	listAdAccounts,
	type AdAccount,
	type ConnectionRecord,
} from './connection';
export {
	prepareConversions,
	sendConversion,
	sendConversions,
	type ConversionResult,
	type PreparedConversion,
} from './conversions';
export {
	createMetricsReport,
	createReportPicture,
	fetchMetrics,
	type MetricsReport,
	type MetricsResult,
	type PictureInput,
	type ReportPicture,
} from './metrics';
export { ERROR_ACTIONS, type ErrorAction } from './client/errorActions';
export { ERROR_KINDS, type ErrorKind, type KindMeaning } from './client/errorKinds';
export { PinterestAdsError } from './client/errors';
export type { TokenKind, WorkerContext } from './context';
export type { Outcome } from './outcome';
export type { Clock, Http, HttpRequest, HttpResponse, Logger, TransportFault } from './ports';
export { nextTime, readCron, type Cron } from './automation/cron';
export { SCHEDULES } from './automation/schedule';
