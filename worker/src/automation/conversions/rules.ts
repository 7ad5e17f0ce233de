/**
 * How often, how long and how many: the numbers that the conversions go by. docs/ tells them to users, and the
 * workflows are generated with them. Imports nothing, so that the workflows' source can read it without a build.
 */
export const CONVERSION_RULES = {
	/** Minutes until a conversion is sent again: after the first failure, the second, the third. */
	pauses: [10, 60, 360],
	/** How often it is sent again before it is given up. */
	furtherAttempts: 3,
	/** Minutes after which nobody is sending a conversion any more that is still said to be on its way. */
	cutOffAfter: 15,
	/** How many failed ones, and how many that were cut off, are sent again in one run. */
	atOnce: 500,
	/** Days that a conversion may wait: Pinterest takes none that happened longer ago. */
	daysWaiting: 7,
	/** Days for which the event ID of one that was sent is known. Pinterest itself knows it for 2. */
	daysSent: 7,
	/** Days that one stays which was given up. */
	daysDead: 30,
} as const;

/** What is said of a conversion that has waited for too long. */
export const WAITED_TOO_LONG = `It could not be sent for ${CONVERSION_RULES.daysWaiting} days, and Pinterest takes no event that happened longer ago.`;
