import { inOrder } from '../../campaigns/diagnosis/finding';
import { tried } from '../../campaigns/diagnosis/diagnosisReads';
import { unreadableAnswer } from '../../client/client';
import { adAccountIdFor } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import { getConversionTags } from '../../conversionTags/readTags';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import { scoresOf } from '../quality/eventQuality';
import type { QualityScores } from '../quality/readScores';
import { account, partNotChecked, type ConversionFinding } from './conversionFinding';
import { canMatch, summaryOfConversions } from './conversionSummary';
import { diagnosedEvents, type DiagnosedEvent } from './diagnosedEvents';
import { diagnoseConversionsInput, USUAL_DAYS, type ConversionsToDiagnose } from './diagnosisInput';
import {
	missingFindings,
	noEventFindings,
	sendingFindings,
	stoppedFindings,
} from './findings/arrivalFindings';
import { eventIdFindings } from './findings/eventIdFindings';
import { identifierFindings } from './findings/identifierFindings';
import { matchFindings } from './findings/matchFindings';
import { qualityFindings } from './findings/qualityFindings';
import { tagFindings } from './findings/tagFindings';
import { pendingFindings, timeFindings } from './findings/timeFindings';
import { matchedIn, type Matched } from './matched';
import type { Seen } from './seen';

/** What a diagnosis of conversions says. */
export interface ConversionDiagnosis {
	readonly ad_account_id: string;
	readonly days: number;
	/** Whether conversions can be matched to ads at all; null where what was read does not tell. */
	readonly can_match: boolean | null;
	/** In a sentence or two; also where to look if nothing was found. */
	readonly summary: string;
	/** What keeps conversions from matching: what blocks first. */
	readonly findings: ConversionFinding[];
	/** What Pinterest reports of the ads and attributes to them; null where it could not be read. */
	readonly attributed: Matched | null;
	/** The figures behind the findings. */
	readonly events: DiagnosedEvent[];
	/** How much was looked at. */
	readonly checked: {
		readonly conversions: number;
		readonly quality_scores: number;
		readonly conversion_tags: number;
	};
}

/**
 * Why conversions do not match: holds what the events carried against what Pinterest says of their quality, the tags
 * of the ad account and what is attributed to ads, as the reference's troubleshooting does ("Conversions Not
 * Matching"). A part that cannot be read costs only its own findings, and is a finding itself (`not_checked`).
 * Operations `conversion_eqs/list`, `conversion_tags/list`, `ad_account/analytics`.
 * @throws PinterestAdsError where nothing was given and nothing can be read
 */
export async function diagnoseConversions(
	context: WorkerContext,
	input: ConversionsToDiagnose,
): Promise<ConversionDiagnosis> {
	const read = readInput(diagnoseConversionsInput, input);
	const { days = USUAL_DAYS, expectedEvents: expected = [], carried = [] } = read;
	const adAccountId = await adAccountIdFor(context, read.adAccountId, { forConversion: true });
	const subject = account(adAccountId);

	const fortnight = await tried(scoresOf(context, adAccountId, { lookback: '14d' }));
	// What one of them is refused for the other is refused for as well.
	const lastDay = fortnight.ok
		? await tried(scoresOf(context, adAccountId, { lookback: '1d' }))
		: fortnight;
	const tags = await tried(getConversionTags(context, { adAccountId }));
	const matched = await tried(matchedIn(context, adAccountId, days));
	const isNothingGiven = carried.every((one) => one.events + one.test_events === 0);
	if (isNothingGiven && !fortnight.ok && !tags.ok && !matched.ok) throw fortnight.error;

	const seen: Seen = {
		...{ account: subject, now: context.clock.now(), days, expected, carried },
		fortnight: fortnight.ok ? fortnight.record.scores : undefined,
		isPartial: fortnight.ok && !whole(fortnight).ok,
		// It only tells what is not there.
		lastDay: lastDay.ok && whole(lastDay).ok ? lastDay.record.scores : undefined,
		tags: tags.ok ? tags.record : undefined,
		matched: matched.ok ? matched.record : undefined,
	};
	const unread: Array<[what: string, outcome: Outcome<unknown>]> = [
		['the event quality scores', whole(fortnight)],
		...(fortnight.ok
			? [['which events came in the last day', whole(lastDay)] as [string, Outcome<unknown>]]
			: []),
		['the conversion tags', tags],
		['what Pinterest attributes to ads', matched],
	];
	const findings = inOrder([
		...conversionFindings(seen),
		...unread.flatMap(([what, outcome]) =>
			outcome.ok ? [] : [partNotChecked(subject, what, outcome.error)],
		),
	]);
	const can_match = canMatch(seen, findings);
	return {
		...{ ad_account_id: adAccountId, days, can_match },
		summary: summaryOfConversions(seen, can_match, findings),
		findings,
		attributed: seen.matched ?? null,
		events: diagnosedEvents(seen),
		checked: {
			conversions: carried.reduce((sum, one) => sum + one.events + one.test_events, 0),
			quality_scores: seen.fortnight?.length ?? 0,
			conversion_tags: seen.tags?.length ?? 0,
		},
	};
}

/** Pure: all findings of what was seen, from what arrives to what becomes of it. */
export const conversionFindings = (seen: Seen): ConversionFinding[] => [
	...noEventFindings(seen),
	...missingFindings(seen),
	...stoppedFindings(seen),
	...sendingFindings(seen),
	...matchFindings(seen),
	...qualityFindings(seen),
	...identifierFindings(seen),
	...eventIdFindings(seen),
	...timeFindings(seen),
	...tagFindings(seen),
	...pendingFindings(seen),
];

/** One that cannot be read is told, beside what the others say. */
function whole(outcome: Outcome<QualityScores>): Outcome<unknown> {
	const odd = outcome.ok ? outcome.record.odd : undefined;
	if (odd === undefined) return outcome;
	return { ok: false, error: unreadableAnswer('read the event quality scores', odd) };
}
