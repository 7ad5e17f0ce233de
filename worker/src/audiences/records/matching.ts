import type { PinterestAdsError } from '../../client/errors';
import { attempt } from '../../outcome';
import { fetchAudience, type Audience } from '../accountAudiences';
import {
	getCustomerList,
	TOO_SMALL,
	type AccountScope,
	type CustomerList,
} from '../sync/customerLists';
import { waitUntil } from '../sync/waiting';

/** What was seen last while waiting. */
export interface Matching {
	readonly list?: CustomerList;
	readonly audience?: Audience;
	/** Why it is not known to be ready. */
	readonly warning?: string;
}

const isCounted = (status: string | null | undefined) => status === 'READY' || status === TOO_SMALL;

/**
 * Waits until Pinterest has matched the records of a list and counted its audience (READY or
 * TOO_SMALL). Waiting changes nothing any more, so what goes wrong on the way is a warning.
 * @throws PinterestAdsError `cancelled` alone
 */
export async function waitForMatching(
	scope: AccountScope,
	listId: string,
	audienceId: string,
	ms: number,
): Promise<Matching> {
	let list: CustomerList | undefined;
	let audience: Audience | undefined;
	const look = async (): Promise<boolean> => {
		// An audience that was READY before stays so while its list takes in new records.
		list = await getCustomerList(scope, listId);
		if (!isCounted(list.status)) return false;
		audience = await fetchAudience(scope, audienceId);
		return isCounted(audience.status);
	};
	const waited = await attempt(waitUntil(scope.context, ms, look));
	if (!waited.ok && waited.error.kind === 'cancelled') throw waited.error;
	if (waited.ok && waited.record) return { list, audience };
	return { list, audience, warning: waited.ok ? tooLong(ms) : unknown(waited.error) };
}

const tooLong = (ms: number) =>
	`Pinterest has not finished matching within ${inWords(ms)}. That is normal: it takes up to 24 to 48 hours. All records are there; look at the audience again later.`;

const unknown = (error: PinterestAdsError) =>
	`All records are at Pinterest, but whether the audience is ready could not be asked: ${error.message}`;

/** Seconds below two minutes, minutes below two hours, else hours. */
export function inWords(ms: number): string {
	const seconds = Math.round(ms / 1000);
	if (seconds < 120) return `${seconds} seconds`;
	const minutes = Math.round(seconds / 60);
	return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
