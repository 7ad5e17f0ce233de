import { clientOf, unreadableAnswer } from '../../client/client';
import type { WorkerContext } from '../../context';
import { adAccountIdFor } from '../../connection/adAccountOf';
import { readInput } from '../../fields/inputs';
import { getEventQualityInput, type EventQualityFilters, type Lookback } from './qualityFields';
import { readScores, type EventQuality, type QualityScores } from './readScores';

/** What of the scores is asked for. */
interface Wanted {
	readonly lookback: Lookback;
	readonly sourcePlatform?: string;
	readonly ingestionSource?: string;
}

/**
 * How good Pinterest finds the conversion events of an ad account: one record for each way in (the tag, the
 * Conversions API …) and platform, with what each event carries. Operation `conversion_eqs/list`, which takes
 * any role that may read the ad account and does not exist in the sandbox.
 * @throws PinterestAdsError `unavailable` where a score cannot be read
 */
export async function getEventQuality(
	context: WorkerContext,
	input: EventQualityFilters = {},
): Promise<EventQuality[]> {
	const { lookback = '14d', ...wanted } = readInput(getEventQualityInput, input);
	const adAccountId = await adAccountIdFor(context, wanted.adAccountId);
	const { scores, odd } = await scoresOf(context, adAccountId, { ...wanted, lookback });
	if (odd !== undefined) throw unreadableAnswer(DOING, odd);
	return [...scores];
}

const DOING = 'read the event quality scores';

/** The scores that can be read, and what is wrong with the first of the others. */
export async function scoresOf(
	context: WorkerContext,
	adAccountId: string,
	{ lookback, sourcePlatform, ingestionSource }: Wanted,
): Promise<QualityScores> {
	return await clientOf(context).call(
		{
			method: 'GET',
			path: `/ad_accounts/${adAccountId}/conversion_eqs`,
			query: {
				lookback_period: lookback,
				source_platform: sourcePlatform,
				ingestion_source: ingestionSource,
			},
			category: 'ads_read',
			doing: DOING,
		},
		readScores,
	);
}
