/** A time in which nothing else could be done in n8n's main thread. */
export interface Block {
	/** Milliseconds since 1970. */
	readonly end: number;
	readonly ms: number;
	/** The CPU time of the main thread in it: what is left on a machine that has other things to do. */
	readonly cpuMs: number;
}

/** What was seen in n8n's process since the last time. */
export interface Seen {
	/** Given to SQLite's driver, transactions' BEGIN and COMMIT among them. */
	readonly statements: number;
	readonly expressions: number;
	/** Runs of Data Table nodes. */
	readonly tableOperations: number;
	/** Those of at least 50 ms. */
	readonly blocks: readonly Block[];
	/** Of all threads. */
	readonly cpuMs: number;
}
