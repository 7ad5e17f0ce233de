/** A row as Pinterest gives it, column by column; one that has no value may be missing. */
export type RawRow = Readonly<Record<string, unknown>>;
