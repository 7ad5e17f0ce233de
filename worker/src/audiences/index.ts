export type { AudienceRecord, RecordCounts } from './audienceRecord';
export type { AudienceSummary } from './audienceSummary';
export { createActalikeInput, type NewActalike } from './actalikeInput';
export { createActalike, type ActalikeRecord } from './createActalike';
export {
	extractRecords,
	extractRecordsInput,
	type ExtractedRecords,
	type RecordsToExtract,
} from './records/extractRecords';
export {
	createEngagementAudience,
	createVisitorAudience,
	type RuleAudienceRecord,
} from './rules/createByRule';
export { engagementAudienceInput, type NewEngagementAudience } from './rules/engagementInput';
export { visitorAudienceInput, type NewVisitorAudience } from './rules/visitorInput';
export { updateAudience, type UpdatedAudience } from './updateAudience';
export { updateAudienceInput, type AudienceChange } from './updateAudienceInput';
export {
	listSharedAccounts,
	sharedAccountsInput,
	type SharedAccountRecord,
	type SharedAudience,
} from './sharedAccounts';
export { recordFileInput, type RecordFileOptions } from './file/fileOptions';
export { recordsFromFile } from './file/recordsFromFile';
export { rowsFromFile, type FileRow } from './file/rowsFromFile';
export {
	getAudience,
	getAudienceInput,
	listAudiences,
	listAudiencesInput,
	type AudienceDetails,
	type CustomerListDetails,
	type OneAudience,
	type WantedAudiences,
} from './readAudiences';
export {
	getAudienceInsights,
	listInsightAudiences,
	type AudienceFigure,
	type AudienceInsightsRecord,
	type InsightAudience,
} from './insights/audienceInsights';
export { audienceInsightsInput, type WantedInsights } from './insights/insightsInput';
export type { ListType } from './listTypes';
export type { RecordSource } from './records/recordFields';
export type { InvalidRecord } from './records/collectedRecords';
export type { PersonRecord } from './records/people';
export {
	deviceIdField,
	recordsFromRows,
	type RecordRow,
	type RecordRowOptions,
} from './records/recordRows';
export {
	recordsFromValue,
	recordSourceInput,
	type RecordSourceOptions,
} from './records/recordSource';
export { removeRecordsInput, type RecordsToRemove } from './sync/removalInput';
export { removeRecords, type RemovalRecord } from './sync/removeRecords';
export { nextSyncStatus, type SyncEvent, type SyncStatus } from './syncStatus';
export { syncAudience } from './sync/syncAudience';
export { syncAudienceInput, type AudienceToSync } from './sync/syncInput';
