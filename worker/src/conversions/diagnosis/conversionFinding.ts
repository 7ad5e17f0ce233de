import type { PinterestAdsError } from '../../client/errors';
import type { Finding, Severity, Subject } from '../../campaigns/diagnosis/finding';
import { shortened } from '../../values/shortened';
import { CONVERSION_HINTS, type ConversionReason } from './reasons';

/** Whom a finding is about: the whole ad account, one event, or one tag. */
export type ConversionLevel = 'ad_account' | 'event' | 'conversion_tag';
export type ConversionSubject = Subject<ConversionLevel>;

/**
 * Something that keeps conversions from matching. `blocks`: such events match nobody or do not arrive; `slows`: they
 * match less often, or are counted wrongly; `info`: it is only good to know.
 */
export type ConversionFinding = Finding<ConversionLevel, ConversionReason>;

export const account = (id: string): ConversionSubject => ({ level: 'ad_account', id, name: null });

export const eventNamed = (name: string): ConversionSubject => ({
	...{ level: 'event', id: name, name },
});

/** @param hint where the usual one of the reason does not say enough */
export const conversionFinding = (
	subject: ConversionSubject,
	severity: Severity,
	reason: ConversionReason,
	message: string,
	hint: string = CONVERSION_HINTS[reason],
): ConversionFinding => ({ ...subject, severity, reason, message, hint });

const NOUNS: Readonly<Record<ConversionLevel, string>> = {
	ad_account: 'Ad account',
	event: 'Event',
	conversion_tag: 'Conversion tag',
};

/** Pinterest's own names are shorter. */
const LONGEST_NAME = 300;

/** "Event “checkout”", or by its id where it has no name. */
export const calledAs = ({ level, id, name }: ConversionSubject): string =>
	`${NOUNS[level]} ${name === null || name === '' ? id : `“${shortened(name, LONGEST_NAME)}”`}`;

/** What could not be read is said, so that silence never looks like health. */
export function partNotChecked(
	subject: ConversionSubject,
	what: string,
	error: PinterestAdsError,
): ConversionFinding {
	const message = `${calledAs(subject)}: ${what} could not be checked. ${error.message}`;
	const { hint, action } = error;
	return { ...conversionFinding(subject, 'info', 'not_checked', message, hint), action };
}

/** "3 of 12 (25 %)". */
export const shareOf = (part: number, whole: number): string =>
	`${part} of ${whole} (${Math.round((100 * part) / Math.max(whole, 1))} %)`;

/** "1 event", "2 events". */
export const eventsOf = (count: number): string => (count === 1 ? '1 event' : `${count} events`);
