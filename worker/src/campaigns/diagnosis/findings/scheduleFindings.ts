import type { Entity } from '../../../entities';
import { formatMicro } from '../../../values/money';
import { formatTime } from '../../../values/time';
import { called, finding, microOf, secondsOf, type Finding, type Subject } from '../finding';

/** @param now Unix seconds */
export function scheduleFindings(
	subject: Subject,
	entity: Entity,
	now: number,
	currency?: string,
): Finding[] {
	const start = secondsOf(entity, 'start_time');
	const end = secondsOf(entity, 'end_time');
	const who = called(subject);
	if (end !== undefined && end <= now) {
		return [finding(subject, 'blocks', 'completed', `${who} ended at ${formatTime(end)}.`)];
	}
	if (start !== undefined && start > now) {
		return [
			finding(subject, 'blocks', 'not_started', `${who} starts only at ${formatTime(start)}.`),
		];
	}
	if (entity.summary_status === 'NOT_STARTED') {
		const message = `${who} has not started yet, says Pinterest (NOT_STARTED).`;
		return [finding(subject, 'blocks', 'not_started', message)];
	}
	return entity.summary_status === 'COMPLETED' ? [completedEarly(subject, entity, currency)] : [];
}

/** Its end has not come, and Pinterest calls it completed: then its money is spent. */
function completedEarly(subject: Subject, entity: Entity, currency?: string): Finding {
	const lifetime =
		microOf(entity, 'lifetime_spend_cap') ??
		(entity.budget_type === 'LIFETIME' ? microOf(entity, 'budget_in_micro_currency') : undefined);
	const who = called(subject);
	if (lifetime === undefined) {
		const message = `${who} is completed, says Pinterest (COMPLETED).`;
		return finding(subject, 'blocks', 'completed', message);
	}
	return finding(
		subject,
		'blocks',
		'spend_cap_reached',
		`${who} is completed before its end: its lifetime amount of ${formatMicro(lifetime, currency)} is spent.`,
	);
}

/** The campaign's times win over those of its ad groups, without a word from Pinterest. */
export function windowFindings(subject: Subject, adGroup: Entity, campaign: Entity): Finding[] {
	const [start, end] = [secondsOf(adGroup, 'start_time'), secondsOf(adGroup, 'end_time')];
	const from = secondsOf(campaign, 'start_time');
	const to = secondsOf(campaign, 'end_time');
	const who = called(subject);
	if (start !== undefined && to !== undefined && start >= to) {
		const message = `${who} starts at ${formatTime(start)}, when the campaign is over (${formatTime(to)}).`;
		return [finding(subject, 'blocks', 'outside_campaign_window', message)];
	}
	if (end !== undefined && from !== undefined && end <= from) {
		const message = `${who} ends at ${formatTime(end)}, before the campaign starts (${formatTime(from)}).`;
		return [finding(subject, 'blocks', 'outside_campaign_window', message)];
	}
	const cuts = [
		...(start !== undefined && from !== undefined && start < from
			? [`starts only with the campaign, at ${formatTime(from)}`]
			: []),
		...(end !== undefined && to !== undefined && end > to
			? [`ends with the campaign, at ${formatTime(to)}`]
			: []),
	];
	return cuts.map((cut) => finding(subject, 'info', 'window_cut', `${who} ${cut}.`));
}
