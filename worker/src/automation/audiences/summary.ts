import { isRetryable, isRetryableAfterLooking, type ErrorKind } from '../../client/errorKinds';
import { PinterestAdsError } from '../../client/errors';
import type { AudienceRow } from '../tables';
import type { ToldOfSync } from './outcome';
import { isErrorKind, refusesToken } from './syncResult';

/** One audience that could not be synced. */
interface Failed {
	readonly audience: string;
	readonly reason: string;
	readonly kind: string;
}

/** What a run over many audiences has come to. */
export interface SyncSummary {
	/** How many there were to sync. */
	readonly audiences: number;
	readonly synced: number;
	readonly errors: number;
	readonly skipped: number;
	/** Left as they are, as Pinterest is not connected any more. */
	readonly resting: number;
	/** Those that say that the token was refused come first. */
	readonly failed: readonly Failed[];
	/** Whether a run that begins later may do better by itself. */
	readonly retryable: boolean;
	readonly retry_after_ms: number;
}

/** What is known of one of them: what it told, or that nothing could be run. */
export type SyncReport = Partial<ToldOfSync> & {
	readonly error?: string | { readonly message?: string };
};

/** The kind of an error that kept a sync from being run at all. */
const NOT_RUN = 'workflow';

/**
 * @param due the audiences that were to be synced, in their order
 * @param reports what came of the first of them; whoever has none was not reached, as Pinterest is not
 * connected any more
 */
export function summarizeSyncs(
	due: readonly AudienceRow[],
	reports: readonly SyncReport[],
): SyncSummary {
	const count = (outcome: ToldOfSync['outcome']) =>
		reports.filter((report) => report.outcome === outcome).length;
	const failed = reports.flatMap((report, n) => failureOf(report, due[n]));
	const isLost = failed.some(({ kind }) => refusesToken(kind));
	const passing = failed.some(({ kind }) => isErrorKind(kind) && isRetryableAfterLooking(kind));
	return {
		audiences: due.length,
		synced: count('synced'),
		errors: failed.length,
		skipped: count('skipped'),
		resting: count('resting') + due.length - reports.length,
		failed: [
			...failed.filter(({ kind }) => refusesToken(kind)),
			...failed.filter(({ kind }) => !refusesToken(kind)),
		],
		retryable: passing && !isLost,
		retry_after_ms: Math.max(0, ...reports.map(({ retry_after_ms: wait }) => wait ?? 0)),
	};
}

function failureOf(report: SyncReport, row: AudienceRow | undefined): Failed[] {
	const { outcome, error } = report;
	if (outcome !== 'error' && outcome !== undefined) return [];
	const audience = row?.name || row?.audience_key || '';
	if (outcome === 'error') {
		return [{ audience, reason: report.reason ?? '', kind: report.error_kind ?? '' }];
	}
	const said = (typeof error === 'object' ? error.message : error) ?? 'it gave nothing back.';
	return [{ audience, reason: `The sync could not be run: ${said}`, kind: NOT_RUN }];
}

/**
 * The error with which a run ends in which any of them failed.
 * @returns undefined where none has
 */
export function errorOfSyncs(summary: SyncSummary): PinterestAdsError | undefined {
	const { audiences, errors, failed, resting, retry_after_ms: wait } = summary;
	if (errors === 0) return undefined;
	const noun = audiences === 1 ? 'audience' : 'audiences';
	const reasons = failed.slice(0, 3).map(({ audience, reason }) => `“${audience}”: ${reason}`);
	const more = errors > 3 ? ` And ${errors - 3} more.` : '';
	const rest =
		resting > 0 ? ` ${resting} more rest, because Pinterest is not connected any more.` : '';
	return new PinterestAdsError(
		kindOf(summary),
		`${errors} of ${audiences} ${noun} could not be synced: ${reasons.join(' ')}${more}`,
		{
			hint: `Each row of the table pinterest_audiences says in error_message why.${rest} The next run takes them again.`,
			retryAfterMs: wait > 0 ? wait : undefined,
			// Each sync has marked the connection where it had to.
			details: { ...summary, dealt_with: true },
		},
	);
}

/** The kind that says whether the whole may be done again. */
function kindOf({ failed, retryable }: SyncSummary): ErrorKind {
	const kinds = failed.map(({ kind }) => kind).filter(isErrorKind);
	if (!retryable) return kinds[0] ?? 'invalid';
	// A sync looks before it creates anything: what nobody knows the outcome of may be done again, too.
	return kinds.find(isRetryable) ?? 'unavailable';
}
