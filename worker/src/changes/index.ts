export { findChanges, type Seen } from './findChanges';
export { readWanted, type Wanted } from './input';
export { CHANGES, type Change } from './kinds';
export { sampleChanges } from './sample';
export type { ChangeEvent, Compared } from './event';
export type { HeldToken } from './token';
