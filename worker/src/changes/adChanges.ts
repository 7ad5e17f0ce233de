import type { Entity } from '../entities';
import { called, subjectOf } from '../campaigns/diagnosis/finding';
import { reviewFindings } from '../campaigns/diagnosis/findings/reviewFindings';
import { absentOf } from './absent';
import { placeAndTime, type ChangeEvent, type LookResult, type Look } from './changeEvent';

/** Ids by what the review has come to; ads in review are in neither list. */
export interface SeenAds {
	readonly approved: readonly string[];
	readonly rejected: readonly string[];
}

type ReviewResult = 'APPROVED' | 'REJECTED';

/** @param seen undefined: they are looked at for the first time, and nothing is told */
export function compareAds(
	look: Look,
	seen: SeenAds | undefined,
	ads: readonly Entity[],
): LookResult<SeenAds> {
	const before = new Map<string, ReviewResult>([
		...(seen?.approved ?? []).map((id) => [id, 'APPROVED'] as const),
		...(seen?.rejected ?? []).map((id) => [id, 'REJECTED'] as const),
	]);
	const events: Array<{ key: string; event: ChangeEvent }> = [];
	const now: Record<ReviewResult, string[]> = { APPROVED: [], REJECTED: [] };
	for (const ad of ads) {
		const id = String(ad.id);
		const verdict = verdictOn(ad);
		if (verdict === undefined) continue;
		now[verdict].push(id);
		const earlier = before.get(id);
		if (seen === undefined || earlier === verdict) continue;
		events.push({
			key: `ad:${id}:${verdict}`,
			event: { ...told(ad, verdict), ...placeAndTime(look), before: earlier ?? null },
		});
	}
	const listed = new Set(ads.map(({ id }) => String(id)));
	for (const [id, verdict] of absentOf(before, listed)) now[verdict].push(id);
	return {
		seen: { approved: now.APPROVED.sort(), rejected: now.REJECTED.sort() },
		events,
	};
}

/** Undefined as long as the review has come to neither. Schema `AdResponse`. */
function verdictOn({ review_status, summary_status }: Entity): ReviewResult | undefined {
	if (review_status === 'REJECTED' || summary_status === 'REJECTED') return 'REJECTED';
	return review_status === 'APPROVED' ? 'APPROVED' : undefined;
}

function told(
	ad: Entity,
	verdict: ReviewResult,
): Omit<ChangeEvent, 'ad_account_id' | 'observed_at' | 'before'> {
	const subject = subjectOf('ad', ad);
	const { id, name } = subject;
	const same = { level: 'ad', id, name, after: verdict } as const;
	if (verdict === 'APPROVED') {
		const isPaused = ad.status === 'PAUSED';
		return {
			...same,
			change: 'ad_approved',
			what: `${called(subject)} was approved by Pinterest${isPaused ? ', and is paused' : ''}.`,
			hint: isPaused ? 'Set its status to ACTIVE when it should run.' : '',
		};
	}
	const [{ message, hint }] = reviewFindings(subject, ad);
	return { ...same, change: 'ad_rejected', what: message, hint };
}
