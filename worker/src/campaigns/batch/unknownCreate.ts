import type { Fields } from '../../entities';
import { PinterestAdsError } from '../../client/errors';
import { whyNotSeen, type Looked } from '../../delivery/lookAgain';
import { inUtc } from '../../values/time';
import type { EntityBatch } from './entityRequest';

/** Whether a second one of it could deliver without anybody doing anything. ACTIVE is Pinterest's default. */
export const spendsAtOnce = ({ status }: Fields): boolean =>
	status === undefined || status === 'ACTIVE';

/**
 * The error of an entity that may have been created: what to look for, where, and what to do.
 * @param sentAt milliseconds, when it was first sent
 * @param looked left out: it was not looked for, as the answer holds something that may be it
 */
export function unknownCreate(
	{ kind, adAccountId }: EntityBatch,
	body: Fields,
	sentAt: number,
	looked?: Looked,
): PinterestAdsError {
	const what = kind.describe(body);
	const status = String(body.status ?? 'ACTIVE');
	const isLive = spendsAtOnce(body);
	const where = `Look in Ads Manager, ad account ${adAccountId}, for the ${what}.`;
	const again = `Run it again only if it is not there, so that nothing is created twice.`;
	const live = `It was to be ${status}, so a second one would spend money at once: if it is there, pause it or keep it; if it is not there ten minutes after that time, run this item again.`;
	return new PinterestAdsError(
		'outcome-unknown',
		`It is not known whether the ${what} was created: ${whyUnknown(looked, isLive)} (status ${status}, sent ${inUtc(sentAt)})`,
		{ hint: isLive ? `${where} ${live}` : `${where} ${again}` },
	);
}

function whyUnknown(looked: Looked | undefined, isLive: boolean): string {
	if (looked === undefined) return 'the answer does not say what became of it';
	const notSeen = whyNotSeen(looked);
	if (notSeen !== undefined) return notSeen;
	return isLive
		? 'the answer was lost, and it is not listed after a minute of looking'
		: 'the answer was lost several times, and it is not listed';
}
