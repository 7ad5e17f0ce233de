import type { Entity } from '../../../entities';
import { called, finding, type Finding, type Severity, type Subject } from '../finding';
import type { Reason } from '../reasons';

/** What is archived stays so, a deleted draft is gone: neither can hold back what is beside it. */
export const isLive = ({ status }: Entity): boolean =>
	status !== 'ARCHIVED' && status !== 'DELETED_DRAFT';

const BY_STATUS: Readonly<Record<string, [reason: Reason, words: string]>> = {
	PAUSED: ['paused', 'is paused'],
	ARCHIVED: ['archived', 'is archived'],
	DRAFT: ['draft', 'is still a draft'],
	DELETED_DRAFT: ['archived', 'is a draft that was deleted'],
};

/** Whether it is switched on: schemas `EntityStatus` and `CampaignSummaryStatus` with its likes. */
export function statusFindings(subject: Subject, entity: Entity, parent?: Entity): Finding[] {
	const say = (severity: Severity, reason: Reason, words: string) =>
		finding(subject, severity, reason, `${called(subject)} ${words}.`);
	const own = BY_STATUS[String(entity.status)];
	const findings = own ? [say('blocks', ...own)] : [];
	const isDisabled = (one?: Entity) => one?.summary_status === 'ADVERTISER_DISABLED';
	// All levels show it alike: once is enough.
	if (isDisabled(entity) && !isDisabled(parent)) {
		findings.push(
			say('blocks', 'advertiser_disabled', 'is disabled: Pinterest disabled the advertiser'),
		);
	}
	return findings;
}
