export type { AudienceRecord, RecordCounts } from './audienceRecord';
export { createActalike, type ActalikeRecord } from './createActalike';
export { extractRecords, type ExtractedRecords } from './extractRecords';
export type { RecordFileOptions } from './file/fileOptions';
export { recordsFromFile } from './file/recordsFromFile';
export {
	getAudience,
	listAudiences,
	type AudienceDetails,
	type AudienceSummary,
	type CustomerListDetails,
} from './readAudiences';
export type { InvalidRecord, ListType } from './recordIntake';
export { recordsFromRows, type RecordRow, type RecordRowOptions } from './recordRows';
export { recordsFromValue, type RecordSourceOptions } from './recordSource';
export { removeRecords, type RemovalRecord } from './removeRecords';
export { nextSyncStatus, type SyncEvent, type SyncStatus } from './states';
export { syncAudience } from './syncAudience';
