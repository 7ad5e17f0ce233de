import { quoted } from '../../../client/redact';
import type { Entity } from '../../../entities';
import { called, finding, type Finding, type Subject } from '../finding';
import { REASON_HINTS } from '../reasons';
import { rejectionInWords } from '../rejectedReasons';

/** Whether Pinterest has approved the ad. Schema `AdResponse`. */
export function reviewFindings(subject: Subject, ad: Entity): Finding[] {
	const { review_status, summary_status } = ad;
	const who = called(subject);
	if (review_status === 'REJECTED' || summary_status === 'REJECTED') {
		const reasons = [...new Set([...textsOf(ad.rejected_reasons).map(rejectionInWords)])];
		const why = reasons.length === 0 ? ' without naming a reason' : `: ${reasons.join('; ')}`;
		const labels = textsOf(ad.rejection_labels);
		const hint =
			labels.length === 0
				? REASON_HINTS.rejected
				: `${REASON_HINTS.rejected} Pinterest says: ${labels.join('; ')}`;
		return [
			finding(subject, 'blocks', 'rejected', `${who} was rejected by Pinterest${why}.`, hint),
		];
	}
	if (review_status === 'PENDING' || summary_status === 'PENDING') {
		return [
			finding(subject, 'blocks', 'in_review', `${who} is not approved yet: it is in review.`),
		];
	}
	if (review_status === 'OTHER') {
		const message = `${who}: Pinterest’s review has ended neither in an approval nor in a rejection (OTHER).`;
		return [finding(subject, 'info', 'review_unclear', message)];
	}
	return [];
}

const textsOf = (value: unknown): string[] =>
	Array.isArray(value)
		? value
				.filter((one): one is string => typeof one === 'string')
				.slice(0, MOST_TEXTS)
				.map((text) => quoted(text))
		: [];

/** A few of them say it; each may be long. */
const MOST_TEXTS = 20;
