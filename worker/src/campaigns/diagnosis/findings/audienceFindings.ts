import { fetchAudience, type Audience } from '../../../audiences/accountAudiences';
import type { Outcome } from '../../../outcome';
import type { Entity } from '../../../entities';
import { finding, targetingOf, type Finding, type Severity, type Subject } from '../finding';
import { askEach, leftOut, notChecked, type Scope } from '../diagnosisReads';

/** Each costs a request. */
const MOST_AUDIENCES = 20;

export interface AudienceVerdict {
	readonly findings: readonly Finding[];
	/** Ad groups of which no included audience can be targeted. */
	readonly blocked: ReadonlySet<string>;
}

/** The audiences that ad groups include; excluded ones hold nothing back. Operation `audiences/get`. */
export async function audienceFindings(
	scope: Scope,
	campaign: Subject,
	adGroups: readonly Entity[],
): Promise<AudienceVerdict> {
	const included = new Map(adGroups.map((adGroup) => [adGroup.id, includedIn(adGroup)]));
	const ids = [...new Set([...included.values()].flat())];
	const asked =
		scope.shared?.audiences(ids) ??
		(await askEach(ids, MOST_AUDIENCES, async (id) => await fetchAudience(scope, id)));
	const isUseless = (id: string) => {
		const outcome = asked.known.get(id);
		return outcome !== undefined && (outcome.ok ? !isUsable(outcome.record) : isGone(outcome));
	};
	const blocked = new Set(
		[...included].flatMap(([id, own]) => (own.length > 0 && own.every(isUseless) ? [id] : [])),
	);
	const findings = [...asked.known].flatMap(([id, outcome]) => {
		const users = adGroups.filter((adGroup) => included.get(adGroup.id)?.includes(id));
		const severity = users.some((adGroup) => blocked.has(adGroup.id)) ? 'blocks' : 'slows';
		return judgeAudience(id, outcome, severity, users);
	});
	return { findings: [...findings, ...leftOut(asked, campaign, 'included audiences')], blocked };
}

/** IDs of the audiences that an ad group includes. */
export const includedIn = (adGroup: Entity): string[] => {
	const ids = targetingOf(adGroup).AUDIENCE_INCLUDE;
	return Array.isArray(ids) ? ids.map(String) : [];
};

/** A status that is not known is given the benefit of the doubt. */
const isUsable = ({ status }: Audience) => status !== 'INITIALIZING' && status !== 'TOO_SMALL';

const isGone = (outcome: Outcome<Audience>) => !outcome.ok && outcome.error.kind === 'not-found';

function judgeAudience(
	id: string,
	outcome: Outcome<Audience>,
	severity: Severity,
	users: readonly Entity[],
): Finding[] {
	const name = outcome.ok ? (outcome.record.name ?? null) : null;
	const subject: Subject = { level: 'audience', id, name };
	const who = `The audience ${name === null ? id : `“${name}”`}, which ${namesOf(users)} ${users.length === 1 ? 'includes' : 'include'},`;
	if (!outcome.ok) {
		return isGone(outcome)
			? [finding(subject, severity, 'audience_gone', `${who} is not in the ad account.`)]
			: [notChecked(subject, 'whether it is READY', outcome.error)];
	}
	const { status } = outcome.record;
	if (status === 'TOO_SMALL') {
		const message = `${who} is TOO_SMALL: fewer than 100 of its people have Pinterest accounts.`;
		return [finding(subject, severity, 'audience_too_small', message)];
	}
	if (status === 'INITIALIZING') {
		const message = `${who} is not READY: Pinterest is still putting it together (INITIALIZING).`;
		return [finding(subject, severity, 'audience_not_ready', message)];
	}
	return [];
}

function namesOf([first, ...others]: readonly Entity[]): string {
	const name = `ad group “${String(first.name ?? first.id)}”`;
	return others.length === 0 ? name : `${name} and ${others.length} more`;
}
