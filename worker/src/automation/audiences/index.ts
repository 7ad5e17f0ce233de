export { claimOf, isHeld, LEASE_MS, READING_MS, SYNCING_MS, type Claimant } from './claim';
export { endsOfClaims, type EndOfClaim } from './cutOff';
export { dueAudiences, type DueAudience, type SyncSchedule } from './due';
export { outcomeOf, type SyncOutcome, type ToldOfSync } from './outcome';
export { planSync, type Claim, type SyncRequest } from './planSync';
export { errorOfSyncs, summarizeSyncs, type SyncReport, type SyncSummary } from './summary';
export { rowAfterSync, type SyncFailure, type SyncResult } from './syncResult';
export { contactsToSync, type ContactsToSync } from './contactsToSync';
