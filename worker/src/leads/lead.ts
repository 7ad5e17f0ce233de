/** The answers of somebody, by the question, and what else the file says of a lead. */
export type Lead = Readonly<Record<string, unknown>>;
