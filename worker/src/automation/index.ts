/**
 * What a run decides of itself: whether it may go on, what is due, what follows a failure. Pure functions over the
 * rows of the tables, and what is due by the clock. Nothing here asks Pinterest.
 * @module automation
 */
export * from './assistant';
export * from './audiences';
export * from './connection';
export * from './failures';
export * from './contacts';
export * from './conversions';
export * from './launches';
export { nextTime, readCron, type Cron } from './cron';
export * from './metrics';
export { SCHEDULES, type Schedule, type ScheduleId } from './schedule';
export { checkTables, checkTablesInput, type FoundTable, type TablesQuestion } from './tableChecks';
export {
	CONNECTION,
	DEFAULT_CEILING,
	NOT_CONNECTED_YET,
	TABLES,
	type AudienceRow,
	type ChangeRow,
	type ColumnsOf,
	type ConnectionRow,
	type ConversionRow,
	type ErrorRow,
	type LaunchRow,
	type MetricsTableRow,
	type RowOf,
	type Table,
} from './tables';
