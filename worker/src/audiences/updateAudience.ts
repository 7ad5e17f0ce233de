import { PinterestAdsError } from '../client/errors';
import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { bodyOf } from '../fields/body';
import { readInput } from '../fields/inputs';
import type { AudienceUpdate, RuleFields } from '../pinterest/types';
import { changeAudience, fetchAudience, type Audience } from './accountAudiences';
import { summaryOf, type AudienceSummary } from './audienceSummary';
import type { AccountScope } from './sync/customerLists';
import {
	SENT_FIELDS,
	updateAudienceInput,
	type AudienceChange,
	type AudienceUpdateInput,
} from './updateAudienceInput';

/** An audience as it is after it was changed. */
export interface UpdatedAudience extends AudienceSummary {
	/** What the user should know, in plain words. */
	readonly warnings: readonly string[];
}

/**
 * Changes an audience: its name, its description, and of what it is made of what Pinterest lets be changed. Only what
 * is given is sent. Whether Pinterest keeps the parts of a rule that are left out is not described, so a rule is sent
 * as it is now with what is to be different.
 *
 * Operations `audiences/update`, and `audiences/get` where the rule is to be different.
 * @throws PinterestAdsError `invalid` where nothing is to be changed, `not-found` for an audience that is not the ad
 * account's own
 */
export async function updateAudience(
	context: WorkerContext,
	input: AudienceChange,
): Promise<UpdatedAudience> {
	const wanted = readInput(updateAudienceInput, input);
	const { audienceId, name, description } = wanted;
	const ofRule = ruleChange(wanted);
	const sent = bodyOf<AudienceUpdate>()(SENT_FIELDS, wanted);
	if (Object.keys(sent).length === 0 && ofRule === undefined) {
		throw new PinterestAdsError(
			'invalid',
			`Nothing is to be changed of the audience ${audienceId}`,
			{ action: 'give-a-change' },
		);
	}
	const scope = { context, adAccountId: await adAccountIdFor(context, wanted.adAccountId) };
	const body: AudienceUpdate = {
		operation_type: 'UPDATE',
		...sent,
		...(ofRule === undefined ? {} : { rule: await wholeRule(scope, audienceId, ofRule) }),
	};
	const changed = { ...(await changeAudience(scope, audienceId, body)), id: audienceId };
	const warnings = [
		...differently('name', name, changed),
		...differently('description', description, changed),
	];
	return { ...summaryOf(changed, scope.adAccountId), warnings };
}

function ruleChange({ rule, retentionDays }: AudienceUpdateInput): RuleFields | undefined {
	const change = {
		...rule,
		...(retentionDays === undefined ? {} : { retention_days: retentionDays }),
	};
	return Object.keys(change).length === 0 ? undefined : change;
}

async function wholeRule(
	scope: AccountScope,
	audienceId: string,
	change: RuleFields,
): Promise<RuleFields> {
	const { rule } = await fetchAudience(scope, audienceId);
	const merged = Object.entries({ ...rule, ...change });
	return Object.fromEntries(merged.filter(([, value]) => value !== null)) as RuleFields;
}

/** Pinterest took the change and answers with something else. */
function differently(
	what: 'name' | 'description',
	wanted: string | undefined,
	changed: Audience,
): string[] {
	const is = changed[what];
	if (wanted === undefined || is === undefined || is === null || is === wanted) return [];
	return [
		`Pinterest took the change, but answers with another ${what} of the audience ${changed.id}: look at it in Ads Manager.`,
	];
}
