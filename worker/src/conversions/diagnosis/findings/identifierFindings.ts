import type { CarriedEvents } from '../../carried/countCarried';
import {
	calledAs,
	conversionFinding,
	eventNamed,
	shareOf,
	type ConversionFinding,
} from '../conversionFinding';
import { nameOf, type Seen } from '../seen';
import type { ConversionReason } from '../reasons';
import { LEAST_EVENTS } from './arrivalFindings';

interface Wish {
	readonly of: keyof CarriedEvents['carry'];
	readonly reason: ConversionReason;
	readonly words: string;
	/** Up to which share (0 to 1) it is told. */
	readonly upTo: number;
	/** With fewer events it is not told. */
	readonly least: number;
	readonly applies: (events: CarriedEvents) => boolean;
}

const isOnline = ({ action_source: place }: CarriedEvents) => place !== 'offline';
const isOnSite = ({ action_source: place }: CarriedEvents) => place === 'web';

/**
 * Of which identifiers most events should have one. The shares are our own measure, Pinterest names none: half,
 * except for the click ID, which only those have who came from an ad.
 */
const WISHES: readonly Wish[] = [
	{
		...{ of: 'em', reason: 'few_emails', words: 'an email address' },
		...{ upTo: 0.5, least: LEAST_EVENTS, applies: () => true },
	},
	{
		...{ of: 'ip_and_ua', reason: 'few_ips_and_agents', words: 'IP address and user agent' },
		...{ upTo: 0.5, least: LEAST_EVENTS, applies: isOnline },
	},
	{
		...{ of: 'click_id', reason: 'no_click_ids', words: 'a click ID' },
		...{ upTo: 0, least: 4 * LEAST_EVENTS, applies: isOnSite },
	},
	{
		...{ of: 'external_id', reason: 'few_external_ids', words: 'an external ID' },
		...{ upTo: 0.5, least: LEAST_EVENTS, applies: () => true },
	},
];

/** What few of the events carry that were sent from here. */
export function identifierFindings({ carried }: Seen): ConversionFinding[] {
	return carried.flatMap((events) =>
		WISHES.filter(({ least, applies }) => events.known >= least && applies(events)).flatMap(
			({ of, reason, words, upTo }) => {
				const count = events.carry[of] ?? 0;
				if (upTo === 0 ? count > 0 : count / events.known >= upTo) return [];
				const subject = eventNamed(nameOf(events));
				const message = `${calledAs(subject)} (${events.action_source}): ${shareOf(count, events.known)} carry ${words}.`;
				const severity = reason === 'few_external_ids' ? 'info' : 'slows';
				return [conversionFinding(subject, severity, reason, message)];
			},
		),
	);
}
