/**
 * What the page says of the platform that runs it: where its own switches are, in the words that its users read
 * there. Whole sentences, unless said otherwise; in those of the last three, names between asterisks are emphasized.
 */
export interface PlatformWords {
	/** Out of what the page is made, after “out of”: `the tables`. */
	readonly source: string;
	/** How old the list of schedules is, when the platform was asked: `as it is just now`. */
	readonly askedJustNow: string;
	/** What a failed run is called that has no name: `A job`. */
	readonly unnamed: string;
	/** How to connect for the first time. */
	readonly connect: string;
	/** Where another token is chosen. */
	readonly chooseToken: string;
	/** What to do before the token ends. */
	readonly connectAgain: string;
	/** How to have the token checked. */
	readonly checkToken: string;
	/** How to make tables that are missing. */
	readonly makeTables: string;
	/** What to look at when a button could start nothing. */
	readonly startSync: string;
	/** Where the first figures come from. */
	readonly refreshMetrics: string;
	/** Where the budget of the month is written. */
	readonly setBudget: string;
	/** How to have the platform asked what is published. */
	readonly askWhatRuns: string;
}
