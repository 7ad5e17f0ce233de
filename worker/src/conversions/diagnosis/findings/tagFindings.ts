import { DAY_MS, formatTime } from '../../../values/time';
import {
	calledAs,
	conversionFinding,
	type ConversionFinding,
	type ConversionSubject,
} from '../conversionFinding';
import { arrivedIn, TAG, type Seen, type SeenTag } from '../seen';

/** Two days: as long as Pinterest holds a server's event against the tag's to count it once. */
export const SILENT_AFTER_MS = 2 * DAY_MS;

/** The tags of the ad account: whether they report, and whether they look for an email address. */
export function tagFindings({
	account,
	now,
	days,
	tags,
	fortnight,
	carried,
}: Seen): ConversionFinding[] {
	if (tags === undefined) return [];
	const live = tags.filter(({ status }) => status !== 'ARCHIVED' && status !== 'DELETED_DRAFT');
	if (live.length === 0) {
		const message = 'The ad account has no conversion tag.';
		return [conversionFinding(account, 'info', 'no_tag', message)];
	}
	// A tag of many need not be the one that is used.
	const isHeard = live.some((tag) => firedWithin(tag, now, SILENT_AFTER_MS));
	const isServed =
		carried.some(({ events }) => events > 0) ||
		arrivedIn(fortnight).some(({ source }) => source.ingestion_source !== TAG);
	const severity = isHeard || isServed ? 'info' : 'blocks';
	return live.flatMap((tag): ConversionFinding[] => {
		const subject: ConversionSubject = {
			...{ level: 'conversion_tag', id: tag.id, name: tag.name === '' ? null : tag.name },
		};
		const firedAt = timeOf(tag);
		if (firedAt === undefined) {
			const message = `${calledAs(subject)} has never fired.`;
			return [conversionFinding(subject, severity, 'tag_never_fired', message)];
		}
		const findings: ConversionFinding[] = [];
		if (now - firedAt >= SILENT_AFTER_MS) {
			const message = `${calledAs(subject)} last fired ${Math.floor((now - firedAt) / DAY_MS)} days ago, at ${formatTime(firedAt / 1000)}.`;
			const isOfOld = now - firedAt > Math.max(days, 14) * DAY_MS;
			const how = severity === 'info' && !isOfOld ? 'slows' : severity;
			findings.push(conversionFinding(subject, how, 'tag_silent', message));
		}
		if (!tag.automatic_match.includes('email')) {
			const others = tag.automatic_match.join(', ');
			const message = `${calledAs(subject)}: Automatic Enhanced Match does not look for email addresses${others === '' ? '' : `, only for: ${others}`}.`;
			findings.push(conversionFinding(subject, 'slows', 'enhanced_match_off', message));
		}
		return findings;
	});
}

/** When it last fired, in milliseconds; undefined where it never did. */
export function timeOf({ last_fired_at: at }: Pick<SeenTag, 'last_fired_at'>): number | undefined {
	return at === null ? undefined : Date.parse(at);
}

const firedWithin = (tag: SeenTag, now: number, span: number): boolean => {
	const at = timeOf(tag);
	return at !== undefined && now - at < span;
};
