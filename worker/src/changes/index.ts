export { findChanges, type LastSeen } from './findChanges';
export {
	readWanted,
	watchedChangesInput,
	type ChangesToWatch,
	type WatchedChanges,
} from './watchedChanges';
export { CHANGES, type ChangeKind } from './changeKinds';
export { sampleChanges } from './sampleChanges';
export type { ChangeEvent, LookResult } from './changeEvent';
export type { HeldToken } from './tokenChanges';
