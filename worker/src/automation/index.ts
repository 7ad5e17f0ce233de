/**
 * What a run decides of itself: whether it may go on, what is due, what follows a failure. Pure functions over the
 * rows of the tables, and what is due by the clock. Nothing here asks Pinterest.
 * @module automation
 */
export * from './connection';
export { nextTime, readCron, type Cron } from './cron';
export { SCHEDULES, type Schedule, type ScheduleId } from './schedule';
export {
	TABLES,
	type AudienceRow,
	type ColumnsOf,
	type ConnectionRow,
	type ConversionRow,
	type ErrorRow,
	type MetricsTableRow,
	type RowOf,
	type Table,
} from './tables';
