import { clientOf } from '../../../client/client';
import type { AudienceSizing, AudienceSizingRequest } from '../../../pinterest/types';
import { readSizing } from '../../targeting/audienceEstimate';
import type { Entity } from '../../../entities';
import { called, finding, subjectOf, targetingOf, type Finding, type Subject } from '../finding';
import { askEach, leftOut, notChecked, type Scope } from '../diagnosisReads';

/** Each costs a request; ad groups with the same targeting share one. */
const MOST_ESTIMATES = 10;
/** People a month. Pinterest names no such figure: below it, few ads find anybody to be shown to. */
const NARROW_PEOPLE = 20_000;
/** So many kinds of narrowing at once are worth a word even where the estimate cannot be had. */
const MANY_KEYS = 4;

const NARROWING: Readonly<Record<string, string>> = {
	AGE_BUCKET: 'age',
	APPTYPE: 'devices',
	AUDIENCE_INCLUDE: 'audiences',
	GENDER: 'gender',
	GEO: 'regions or postal codes',
	INTEREST: 'interests',
	LOCALE: 'languages',
	MINIMUM_AGE: 'age',
	SHOPPING_RETARGETING: 'shopping retargeting',
};

/**
 * Whether ad groups reach too few people. Operation `ad_groups/audience_sizing`; among many campaigns only what narrows
 * them is looked at.
 */
export async function targetingFindings(
	scope: Scope,
	campaign: Subject,
	adGroups: readonly Entity[],
): Promise<Finding[]> {
	if (scope.shared) {
		return adGroups.flatMap((adGroup) => judgeKeys(subjectOf('ad_group', adGroup), adGroup));
	}
	const bodies = new Map(adGroups.map((adGroup) => [adGroup.id, sizingBody(adGroup)]));
	const keys = [...new Set([...bodies.values()].flatMap((body) => body ?? []))];
	const asked = await askEach(keys, MOST_ESTIMATES, async (body) => await size(scope, body));
	const findings = adGroups.flatMap((adGroup) => {
		const subject = subjectOf('ad_group', adGroup);
		const outcome = asked.known.get(bodies.get(adGroup.id) ?? '');
		const upper = outcome?.ok ? outcome.record.audience_size_upper_bound : undefined;
		return [
			...(outcome?.ok === false
				? [notChecked(subject, 'the size of its audience', outcome.error)]
				: []),
			...(typeof upper === 'number'
				? judgeSize(subject, adGroup, upper)
				: judgeKeys(subject, adGroup)),
		];
	});
	return [...findings, ...leftOut(asked, campaign, 'the size of the audiences')];
}

/** As text, which is also what tells equal targeting. A template takes the place of the spec: then there is none. */
function sizingBody(adGroup: Entity): string | undefined {
	const targeting_spec = targetingOf(adGroup);
	if (targeting_spec.LOCATION === undefined && targeting_spec.GEO === undefined) return undefined;
	const { auto_targeting_enabled, placement_group } = adGroup;
	return JSON.stringify({
		targeting_spec,
		...(typeof auto_targeting_enabled === 'boolean' ? { auto_targeting_enabled } : {}),
		...(typeof placement_group === 'string' ? { placement_group } : {}),
	});
}

async function size({ context, adAccountId }: Scope, body: string): Promise<AudienceSizing> {
	return await clientOf(context).call(
		{
			method: 'POST',
			path: `/ad_accounts/${adAccountId}/ad_groups/audience_sizing`,
			body: JSON.parse(body) as AudienceSizingRequest,
			category: 'ads_read',
			doing: 'estimate the size of the audience',
		},
		readSizing,
	);
}

const narrowedBy = (adGroup: Entity): string[] => [
	...new Set(Object.keys(targetingOf(adGroup)).flatMap((key) => NARROWING[key] ?? [])),
];

function judgeSize(subject: Subject, adGroup: Entity, upper: number): Finding[] {
	if (upper >= NARROW_PEOPLE) return [];
	const keys = narrowedBy(adGroup);
	const by = keys.length === 0 ? '' : ` It is narrowed by ${keys.join(', ')}.`;
	const message = `${called(subject)}: the targeting is narrow. By Pinterest’s estimate it reaches at most ${people(upper)} people a month.${by}`;
	return [finding(subject, 'slows', 'narrow_targeting', message)];
}

function judgeKeys(subject: Subject, adGroup: Entity): Finding[] {
	const keys = narrowedBy(adGroup);
	if (keys.length < MANY_KEYS) return [];
	const message = `${called(subject)}: the targeting is narrowed in ${keys.length} ways at once (${keys.join(', ')}), and its size is not known.`;
	return [finding(subject, 'slows', 'many_narrowing_keys', message)];
}

const people = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
