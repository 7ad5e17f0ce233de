const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const DAYS = 24 * HOURS;

/** The engine keeps a pause over a restart only if it is longer than 65 seconds. */
export const SHORTEST_PAUSE_MS = 70_000;
/** However long Pinterest asks to wait. */
export const LONGEST_WAIT_MS = DAYS;
/** One row for a trigger that fails again and again, and one message of it. */
export const ROW_OF_A_TRIGGER_MS = DAYS;
export const TRIGGER_IS_TOLD_AT = 3;
/** A shop that calls every minute is no reason for a message every minute. */
export const SAID_AGAIN_AFTER_MS = HOURS;
/** So long after its next attempt, a row that is still being tried was cut off. */
const CUT_OFF_MS = 3 * HOURS;
/** How long a row stays whose failure is over. */
export const ROW_STAYS_DAYS = 90;

export const minutes = (count: number): number => count * MINUTES;
const time = (ms: number) => new Date(ms).toISOString();

/** What was to be tried again before this time, and was not, has been cut off. */
export const cutOffBefore = (now: number): string => time(now - CUT_OFF_MS);
/** What failed before this time is forgotten, once it is over. */
export const forgetBefore = (now: number): string => time(now - ROW_STAYS_DAYS * DAYS);
