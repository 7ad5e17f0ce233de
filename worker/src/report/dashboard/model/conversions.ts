import type { ConversionRow } from '../../../automation/tables';
import { countCarried, type CarriedEvents } from '../../../conversions/carried/countCarried';
import type { ConversionFinding } from '../../../conversions/diagnosis/conversionFinding';
import { conversionFindings } from '../../../conversions/diagnosis/diagnoseConversions';
import { groupedBy } from '../../../values/grouping';
import { CONVERSIONS_READ } from '../dashboardInput';
import { momentOf } from '../times';

/** Why conversions were not sent, the same reason once. */
export interface Reason {
	readonly says: string;
	readonly count: number;
	/** When one was last refused for it. */
	readonly newest?: number;
}

export interface Conversions {
	/** Of the last 24 hours. */
	readonly arrived: number;
	readonly sent: number;
	/** Whether more arrived than were read: the numbers are of the newest ones then. */
	readonly isCut: boolean;
	/** Whenever they came. */
	readonly waiting: number;
	readonly dead: number;
	readonly isUnsentCut: boolean;
	/** When the next one is sent again. */
	readonly nextAttempt?: number;
	/** When the newest arrived. */
	readonly newest?: number;
	readonly reasons: readonly Reason[];
	/** What they carry by which Pinterest finds people, event by event. */
	readonly events: readonly CarriedEvents[];
	/** What of that makes them match less well. */
	readonly findings: readonly ConversionFinding[];
}

const REASONS = 5;

export function conversionsOf(
	recent: readonly ConversionRow[],
	unsent: readonly ConversionRow[],
	now: number,
): Conversions {
	const waiting = unsent.filter(({ status }) => status === 'pending' || status === 'failed');
	const dead = unsent.filter(({ status }) => status === 'dead');
	const attempts = times(waiting.map((row) => row.next_attempt_at));
	const arrivals = times(recent.map((row) => row.createdAt));
	const events = countCarried(recent, { now, days: 1 });
	return {
		arrived: recent.length,
		sent: recent.filter(({ status }) => status === 'sent').length,
		isCut: recent.length >= CONVERSIONS_READ,
		...{ waiting: waiting.length, dead: dead.length },
		isUnsentCut: unsent.length >= CONVERSIONS_READ,
		nextAttempt: attempts.length === 0 ? undefined : attempts.reduce((a, b) => Math.min(a, b)),
		newest: arrivals.length === 0 ? undefined : arrivals.reduce((a, b) => Math.max(a, b)),
		reasons: reasonsOf(unsent),
		events,
		findings: events.length === 0 ? [] : findingsOf(events, now),
	};
}

function reasonsOf(unsent: readonly ConversionRow[]): Reason[] {
	const told = unsent.filter(({ error_message: message }) => Boolean(message));
	return [...groupedBy(told, (row) => String(row.error_message))]
		.map(([says, rows]) => {
			const at = times(rows.map((row) => row.updatedAt));
			const newest = at.length === 0 ? undefined : at.reduce((a, b) => Math.max(a, b));
			return { says, count: rows.length, newest };
		})
		.sort((a, b) => (b.newest ?? 0) - (a.newest ?? 0))
		.slice(0, REASONS);
}

const times = (texts: readonly unknown[]): number[] =>
	texts.map(momentOf).filter((moment) => moment !== undefined);

/** What Pinterest would say of them is not asked: only what the events themselves show is told. */
const findingsOf = (carried: readonly CarriedEvents[], now: number): ConversionFinding[] =>
	conversionFindings({
		account: { level: 'ad_account', id: '', name: null },
		...{ now, days: 1, expected: [], carried },
	}).filter(({ severity }) => severity !== 'info');
