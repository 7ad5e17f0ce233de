import { lookAgain, LOOKS_AT_MS } from '../../delivery/lookAgain';
import { areAudiencesShown } from '../accountAudiences';
import { areListsShown, type AccountScope } from './customerLists';

/**
 * For a sync that failed after it had created something: returns when Pinterest's lists show that, or
 * after about a minute, so that the next sync, be it at once, finds it instead of creating a second one.
 */
export async function untilListed(scope: AccountScope): Promise<void> {
	const look = async () => (await areListsShown(scope)) && (await areAudiencesShown(scope));
	await lookAgain(scope.context, look, [0, ...LOOKS_AT_MS]);
}
