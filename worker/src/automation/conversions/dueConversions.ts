import { groupedBy } from '../../values/grouping';
import type { KnownConnection } from '../connection';
import type { ConversionRow } from '../tables';
import { comesBefore, isOffline, type KnownRow } from './knownConversion';
import { CONVERSION_RULES } from './rules';

/** A conversion that is given up, with the reason. */
export type GivenUp = ConversionRow & { readonly error_message: string };

export interface DueConversions {
	readonly again: readonly ConversionRow[];
	readonly givenUp: readonly GivenUp[];
	/** Offline ones whose event has an earlier row. */
	readonly repeated: readonly ConversionRow[];
}

/**
 * What to do with the conversions that nobody is sending: failed ones whose time has come, and those that were cut off.
 * @param withTheirIds the rows that have the event IDs of the offline ones among them
 */
export function dueConversions(
	due: readonly ConversionRow[],
	withTheirIds: readonly KnownRow[],
	main: KnownConnection,
): DueConversions {
	const byEventId = groupedBy([...due, ...withTheirIds], ({ event_id }) => event_id ?? '');
	const again: ConversionRow[] = [];
	const givenUp: GivenUp[] = [];
	const repeated: ConversionRow[] = [];
	for (const row of due) {
		const reason = whyGivenUp(row);
		if (reason !== undefined) givenUp.push({ ...row, error_message: reason });
		else if (isRepeated(row, byEventId.get(row.event_id ?? '') ?? [], main)) repeated.push(row);
		else again.push(row);
	}
	return { again, givenUp, repeated };
}

/** Rows that one conditional write takes, of which nobody else takes any then: those that were tried equally often. */
export interface ClaimTogether {
	readonly status: 'failed' | 'pending';
	readonly attempts: number;
	readonly next_attempts: number;
	/** The rows up to this one. */
	readonly last_id: number;
	/** When the last of them was touched; in UTC. */
	readonly before: string;
}

/** Those to be sent again, by how they are taken. */
export interface ConversionClaims {
	readonly failed: readonly ClaimTogether[];
	readonly cutOff: readonly ClaimTogether[];
	/** What only one run may ever send, and rows that somebody has changed by hand. */
	readonly oneByOne: readonly ConversionRow[];
}

export function claimsOf(again: readonly ConversionRow[]): ConversionClaims {
	const together = again.filter(isTakenTogether);
	const taken = new Set<ConversionRow>(together);
	const claims = (status: ClaimTogether['status']) => claimsWith(together, status);
	return {
		failed: claims('failed'),
		cutOff: claims('pending'),
		oneByOne: again.filter((row) => !taken.has(row)),
	};
}

const isTakenTogether = (row: ConversionRow) =>
	Boolean(row.action_source) && !isOffline(row) && typeof row.attempts === 'number';

function claimsWith(
	rows: readonly ConversionRow[],
	status: ClaimTogether['status'],
): ClaimTogether[] {
	const groups = groupedBy(
		rows.filter((row) => row.status === status),
		({ attempts }) => String(attempts ?? 0),
	);
	return [...groups].map(([attempts, group]) => ({
		...{ status, attempts: Number(attempts), next_attempts: Number(attempts) + 1 },
		last_id: Math.max(...group.map(({ id }) => id)),
		before: group.map(({ updatedAt }) => updatedAt).reduce((a, b) => (a > b ? a : b)),
	}));
}

/** Pinterest recognises all but offline events by itself. */
const isRepeated = (row: ConversionRow, sameId: readonly KnownRow[], main: KnownConnection) =>
	isOffline(row) && sameId.some((other) => comesBefore(other, row, main));

function whyGivenUp(row: ConversionRow): string | undefined {
	if (row.status !== 'pending') return undefined;
	if (isOffline(row)) return MAY_HAVE_ARRIVED;
	return (row.attempts ?? 0) >= CONVERSION_RULES.furtherAttempts ? ALWAYS_CUT_OFF : undefined;
}

const MAY_HAVE_ARRIVED =
	'This offline conversion was cut off while it was sent, and Pinterest would count one that it has already a second time. Look in Ads Manager whether it has arrived; if it has not, set its status to failed.';

const ALWAYS_CUT_OFF =
	'It was cut off each time it was sent. Look for what stops the runs, then set its status to failed and its attempts to 0.';
