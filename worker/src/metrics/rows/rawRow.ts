import type { JsonObject } from '../../client/readers';

/** A row as Pinterest gives it, column by column, whichever were asked for; one that has no value may be missing. */
export type RawRow = JsonObject;
