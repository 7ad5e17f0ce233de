import type { Audience } from '../../audiences/accountAudiences';
import { isOfOneThing } from '../../client/errorKinds';
import { PinterestAdsError } from '../../client/errors';
import type { WorkerContext } from '../../context';
import { attempt, type Outcome } from '../../outcome';
import type { BidFloorSpec } from '../../pinterest/types';
import { finding, called, type Finding, type Subject } from './finding';

/** What many campaigns have in common, read once for all of them. */
export interface SharedReads {
	audiences(ids: readonly string[]): Answers<Audience>;
	/** One for each specification, in their order. */
	floors(specs: readonly BidFloorSpec[]): Outcome<readonly unknown[]>;
}

/** Where a diagnosis reads: the account of the campaign. */
export interface Scope {
	readonly context: WorkerContext;
	readonly adAccountId: string;
	/** ISO 4217, where it could be read. */
	readonly currency?: string;
	/** Of many campaigns at once: what was read for all of them. Then no campaign has a request of its own. */
	readonly shared?: SharedReads;
}

/** A part of the diagnosis that may fail without ending it; a cancelled run does end. */
export async function tried<T>(work: Promise<T>): Promise<Outcome<T>> {
	const outcome = await attempt(work);
	if (!outcome.ok && outcome.error.kind === 'cancelled') throw outcome.error;
	return outcome;
}

/** What could not be read is said, so that silence never looks like health. */
export function notChecked(subject: Subject, what: string, error: PinterestAdsError): Finding {
	const message = `${called(subject)}: ${what} could not be checked. ${error.message}`;
	const { hint, action } = error;
	return { ...finding(subject, 'info', 'not_checked', message, hint), action };
}

/** Whether the next request of the kind would fail like this one: it is not about a single entity. */
export const failsForAll = ({ kind }: PinterestAdsError): boolean => !isOfOneThing(kind);

/** The results for keys that are asked for one by one, up to so many, or until asking is no use. */
export interface Answers<T> {
	readonly known: ReadonlyMap<string, Outcome<T>>;
	/** Why asking ended early, and for how many keys there is no answer. */
	readonly ended?: PinterestAdsError;
	readonly unasked: number;
}

export async function askEach<T>(
	keys: readonly string[],
	most: number,
	ask: (key: string) => Promise<T>,
): Promise<Answers<T>> {
	const known = new Map<string, Outcome<T>>();
	for (const key of keys.slice(0, most)) {
		const outcome = await tried(ask(key));
		if (!outcome.ok && failsForAll(outcome.error)) {
			return { known, ended: outcome.error, unasked: keys.length - known.size };
		}
		known.set(key, outcome);
	}
	return { known, unasked: keys.length - known.size };
}

/** For what {@link askEach} left out. */
export function leftOut<T>(asked: Answers<T>, subject: Subject, what: string): Finding[] {
	const { ended, unasked } = asked;
	if (unasked === 0) return [];
	if (ended) return [notChecked(subject, what, ended)];
	const message = `${called(subject)}: ${what}: ${unasked} more were not looked at, to keep the requests few.`;
	return [finding(subject, 'info', 'not_checked', message)];
}
