export type { AudienceRecord, RecordCounts } from './audienceRecord';
export { createActalike, type ActalikeRecord } from './createActalike';
export { extractRecords, type ExtractedRecords } from './records/extractRecords';
export type { RecordFileOptions } from './file/fileOptions';
export { recordsFromFile } from './file/recordsFromFile';
export {
	getAudience,
	listAudiences,
	type AudienceDetails,
	type AudienceSummary,
	type CustomerListDetails,
} from './readAudiences';
export type { ListType } from './listTypes';
export type { InvalidRecord } from './records/collectedRecords';
export { recordsFromRows, type RecordRow, type RecordRowOptions } from './records/recordRows';
export { recordsFromValue, type RecordSourceOptions } from './records/recordSource';
export { removeRecords, type RemovalRecord } from './sync/removeRecords';
export { nextSyncStatus, type SyncEvent, type SyncStatus } from './syncStatus';
export { syncAudience } from './sync/syncAudience';
