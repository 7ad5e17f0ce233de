const PLACE = 'max_daily_budget in the node “Your ceiling” of this workflow';

/** Where the ceiling of a launch is set: in the template, or in a row of the connection. */
export const CEILING = {
	/** As the end of a sentence. */
	place: `${PLACE}, or of the ad account’s row in the table pinterest_connection`,
	sentence: `The ceiling is ${PLACE}, unless the ad account’s row in the table pinterest_connection has one of its own.`,
} as const;
