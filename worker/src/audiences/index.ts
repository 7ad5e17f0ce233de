export type { AudienceRecord, RecordCounts } from './audienceRecord';
export type { InvalidRecord, ListType } from './recordIntake';
export { recordsFromValue, type RecordSourceOptions } from './recordSource';
export { nextSyncStatus, type SyncEvent, type SyncStatus } from './states';
export { syncAudience } from './syncAudience';
