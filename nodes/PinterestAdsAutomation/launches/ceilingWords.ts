const ROW = 'max_daily_budget in the ad account’s row of the table pinterest_connection';
const NODE = 'max_daily_budget in the node “Your ceiling” of this workflow';

/** Where the ceiling of a launch is set: in a row of the connection, or in the template. */
export const CEILING = {
	/** As the end of a sentence. */
	place: `${ROW}, or as ${NODE}`,
	sentence: `The ceiling is ${ROW}; where that is empty, ${NODE}.`,
} as const;
