/** How long the name of a campaign belongs to the one who launches it. All times in milliseconds. */

const MINUTE_MS = 60_000;

/**
 * No run lasts longer: whoever runs launches has to stop them by then. A launch takes seconds; with every
 * answer lost, looked for and sent again it can take a quarter of an hour.
 */
export const LONGEST_LAUNCH_MS = 30 * MINUTE_MS;

/**
 * After that a claim is over by itself, so that a run that was killed holds a name no longer. Longer than
 * any run, by what the clocks of two machines may differ: no run outlives its claim.
 */
export const LAUNCH_LEASE_MS = LONGEST_LAUNCH_MS + 5 * MINUTE_MS;

/**
 * So long nobody launches a campaign again of which Pinterest's lists do not show everything, although it
 * was looked for over a minute: what is not listed would be created twice.
 */
export const UNLISTED_MS = 5 * MINUTE_MS;
