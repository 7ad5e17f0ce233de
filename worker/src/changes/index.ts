export { findChanges, type LastSeen as Seen } from './findChanges';
export { readWanted, type WatchedChanges as Wanted } from './watchedChanges';
export { CHANGES, type ChangeKind as Change } from './changeKinds';
export { sampleChanges } from './sampleChanges';
export type { ChangeEvent, LookResult as Compared } from './changeEvent';
export type { HeldToken } from './tokenChanges';
