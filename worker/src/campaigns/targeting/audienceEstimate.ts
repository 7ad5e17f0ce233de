import { clientOf, unreadableAnswer } from '../../client/client';
import { numberField, objectOf } from '../../client/readers';
import type { WorkerContext } from '../../context';
import { Accounts } from '../../connection/adAccountOf';
import { bodyOf } from '../../fields/body';
import { readInput } from '../../fields/inputs';
import type { AudienceSizing, AudienceSizingRequest } from '../../pinterest/types';
import { withoutUndefined } from '../body';
import type { NewKeyword } from '../keyword/keywordInput';
import { ESTIMATE_FIELDS, estimateAudienceInput, type WantedAudience } from './estimateInput';
import { checkedTargeting } from './targetingCheck';
import type { TargetingSpec } from './targetingSpec';

export const readSizing = objectOf<AudienceSizing>('the size of an audience', {
	audience_size_lower_bound: numberField,
	audience_size_upper_bound: numberField,
});

/** How many people ads with this targeting may reach in a month. */
export interface AudienceEstimate {
	readonly ad_account_id: string;
	readonly audience_size_lower_bound: number;
	readonly audience_size_upper_bound: number;
	/** `too_small`, `small` or `enough`; the borders are ours, Pinterest names none. */
	readonly size: 'too_small' | 'small' | 'enough';
	/** The same in plain words. */
	readonly verdict: string;
	/** What was estimated, names resolved. */
	readonly targeting_spec: TargetingSpec;
	readonly warnings: string[];
}

/** People a month at most, below which the verdict is so. */
const TOO_SMALL = 1_000;
const SMALL = 50_000;

/**
 * Asks Pinterest how many people a targeting reaches, before an ad group is created with it. Operation
 * `ad_groups/audience_sizing`.
 */
export async function estimateAudience(
	context: WorkerContext,
	input: WantedAudience,
): Promise<AudienceEstimate> {
	const wanted = readInput(estimateAudienceInput, input);
	const { id: adAccountId } = await new Accounts(context).find(wanted.adAccountId);
	const spec = await checkedTargeting(context, adAccountId, wanted);
	const sent = bodyOf<AudienceSizingRequest>()(ESTIMATE_FIELDS, wanted);
	return await sizeOf(context, adAccountId, { ...sent, spec, keywords: wanted.keywords });
}

interface Sized extends Omit<AudienceSizingRequest, 'targeting_spec' | 'keywords'> {
	/** Names resolved. */
	readonly spec: TargetingSpec;
	readonly keywords: readonly NewKeyword[];
}

/** The same of targeting that has been read and looked up. */
export async function sizeOf(
	context: WorkerContext,
	adAccountId: string,
	{ spec, keywords, ...sent }: Sized,
): Promise<AudienceEstimate> {
	const doing = 'estimate the size of the audience';
	const answer = await clientOf(context).call(
		{
			method: 'POST',
			path: `/ad_accounts/${adAccountId}/ad_groups/audience_sizing`,
			body: withoutUndefined<AudienceSizingRequest>({
				targeting_spec: spec,
				keywords: keywords.length === 0 ? undefined : keywords,
				...sent,
			}),
			category: 'ads_read',
			doing,
		},
		readSizing,
	);
	const { audience_size_lower_bound: lower, audience_size_upper_bound: upper } = answer;
	if (typeof lower !== 'number' || typeof upper !== 'number') {
		throw unreadableAnswer(doing, 'no numbers');
	}
	const size = upper < TOO_SMALL ? 'too_small' : upper < SMALL ? 'small' : 'enough';
	const verdict = verdictOn(size, lower, upper);
	return {
		ad_account_id: adAccountId,
		audience_size_lower_bound: lower,
		audience_size_upper_bound: upper,
		size,
		verdict,
		targeting_spec: spec,
		warnings: size === 'enough' ? [] : [verdict],
	};
}

function verdictOn(size: AudienceEstimate['size'], lower: number, upper: number): string {
	const people = `About ${inWords(lower)} to ${inWords(upper)} people a month`;
	switch (size) {
		case 'too_small':
			return `${people}: very few, so the ads will hardly be shown. Take fewer conditions together, more places or interests, or a larger audience.`;
		case 'small':
			return `${people}: a narrow targeting. It may spend its budget slowly; with fewer conditions it reaches more.`;
		default:
			return `${people}.`;
	}
}

const inWords = (people: number) => String(Math.round(people)).replace(/\B(?=(\d{3})+$)/g, ',');
