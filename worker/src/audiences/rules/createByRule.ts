import { PinterestAdsError } from '../../client/errors';
import { adAccountIdFor } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import { fetchTag } from '../../conversionTags/accountTags';
import { createOnce } from '../../delivery/createOnce';
import { readInput } from '../../fields/inputs';
import { attempt } from '../../outcome';
import type { AudienceCreate, RuleFields } from '../../pinterest/types';
import { sameName } from '../../values/names';
import { oldest } from '../../values/oldest';
import {
	createAudience,
	ownAudiencesOf,
	type Audience,
	type AudienceRule,
} from '../accountAudiences';
import type { AccountScope } from '../sync/customerLists';
import { Warnings } from '../warnings';
import {
	engagementAudienceInput,
	engagementRule,
	type NewEngagementAudience,
} from './engagementInput';
import { ruleDifferences } from './ruleDifferences';
import { visitorAudienceInput, visitorRule, type NewVisitorAudience } from './visitorInput';

/** An audience that was created by a rule, or found by its name, ready to be stored. Ids are strings. */
export interface RuleAudienceRecord {
	/** The caller's own id. */
	readonly id: string | null;
	readonly name: string;
	/** `false`: there was one of this type and name already. */
	readonly created: boolean;
	/** VISITOR or ENGAGEMENT. */
	readonly audience_type: string;
	/** INITIALIZING, READY, TOO_SMALL. */
	readonly audience_status: string | null;
	readonly size: number | null;
	/** What it is made of, in Pinterest's own terms. */
	readonly rule: AudienceRule | null;
	readonly pinterest_audience_id: string;
	readonly ad_account_id: string;
	/** What the user should know, in plain words. */
	readonly warnings: readonly string[];
	/** It was found after Pinterest's answer had been lost. */
	readonly recovered?: true;
}

/** Types that are made of a rule alone. */
type RuleType = 'VISITOR' | 'ENGAGEMENT';

/** What is to be created, once it is read. */
interface Wanted {
	readonly id?: string;
	readonly adAccountId?: string;
	readonly name: string;
	readonly description?: string;
}

/**
 * Creates an audience of people who have visited your site, as a Pinterest tag has seen them. Repeated, it finds the
 * one of the same name instead of making a second; where that has another rule, a warning says so and nothing is
 * changed of it.
 *
 * Operations `audiences/list`, `conversion_tags/get`, `audiences/create`.
 * @throws PinterestAdsError `invalid` where the ad account has no such tag, `outcome-unknown` where it is not known
 * whether it was created
 */
export async function createVisitorAudience(
	context: WorkerContext,
	input: NewVisitorAudience,
): Promise<RuleAudienceRecord> {
	const wanted = readInput(visitorAudienceInput, input);
	const warnings = new Warnings(context.logger);
	if (wanted.prefill === false) warnings.add(BEGINS_EMPTY);
	return await createByRule(context, 'VISITOR', wanted, visitorRule(wanted), warnings, {
		before: async (scope) => await requireTag(scope, wanted.conversionTagId, warnings),
	});
}

/**
 * Creates an audience of people who have engaged with Pins that lead to your domain; see
 * {@link createVisitorAudience}. Operations `audiences/list`, `audiences/create`.
 * @throws PinterestAdsError `invalid` where the domain is not one that the account has claimed, `outcome-unknown`
 * where it is not known whether it was created
 */
export async function createEngagementAudience(
	context: WorkerContext,
	input: NewEngagementAudience,
): Promise<RuleAudienceRecord> {
	const wanted = readInput(engagementAudienceInput, input);
	const warnings = new Warnings(context.logger);
	return await createByRule(context, 'ENGAGEMENT', wanted, engagementRule(wanted), warnings, {
		note: 'Pinterest takes only domains that the account has claimed and that are verified: see Settings, Claimed accounts, at Pinterest.',
	});
}

const BEGINS_EMPTY =
	'With Prefill off the audience begins empty: only who comes from now on is in it.';

interface Around {
	/** What has to be so before it is created. */
	before?(scope: AccountScope): Promise<void>;
	/** Said of a refusal. */
	readonly note?: string;
}

async function createByRule(
	context: WorkerContext,
	type: RuleType,
	wanted: Wanted,
	rule: RuleFields,
	warnings: Warnings,
	{ before, note }: Around,
): Promise<RuleAudienceRecord> {
	const { name, description } = wanted;
	const scope = { context, adAccountId: await adAccountIdFor(context, wanted.adAccountId) };
	const isOfType = (one: Audience) => one.audience_type === type;
	const record = (
		audience: Audience,
		more: Pick<RuleAudienceRecord, 'created' | 'recovered'>,
	): RuleAudienceRecord => ({
		id: wanted.id ?? null,
		name: audience.name ?? name,
		created: more.created,
		audience_type: audience.audience_type ?? type,
		audience_status: audience.status ?? null,
		size: audience.size ?? null,
		rule: audience.rule ? { ...audience.rule } : null,
		pinterest_audience_id: audience.id,
		ad_account_id: scope.adAccountId,
		warnings: warnings.all,
		...(more.recovered ? { recovered: true } : {}),
	});

	const ofName = await namesakes(scope, name);
	const same = ofName.filter(isOfType);
	const existing = oldest(same);
	if (existing !== undefined) {
		if (same.length > 1) {
			warnings.add(
				`${same.length} audiences of the type ${type} are called "${name}"; the oldest (${existing.id}) is returned.`,
			);
		}
		const differences = ruleDifferences(existing.rule, rule);
		if (differences.length > 0) {
			warnings.add(
				`The audience "${name}" (${existing.id}) exists already and was not changed. It differs from what you asked for in ${differences.join(', ')}. Update that one, or give the new one another name.`,
			);
		}
		return record(existing, { created: false });
	}
	const [other] = ofName;
	if (other !== undefined) {
		warnings.add(
			`There is an audience of the type ${other.audience_type ?? 'unknown'} that is called "${name}" as well (${other.id}).`,
		);
	}
	await before?.(scope);
	const body: AudienceCreate = {
		...{ name, audience_type: type, rule },
		...(description === undefined ? {} : { description }),
	};
	const what = `audience "${name}"`;
	const made = await attempt(
		createOnce(context, {
			what,
			foundBy: 'under its name',
			hint: `Wait a few minutes and run this again: the audience is looked for first, by its type and name, and created only if there is none. To look yourself: Ads Manager, ad account ${scope.adAccountId}, Audiences, "${name}".`,
			create: async () => await createAudience(scope, body, `create the ${what}`),
			find: async () => oldest((await namesakes(scope, name)).filter(isOfType)),
		}),
	);
	if (!made.ok) throw made.error.kind === 'invalid' ? made.error.with({ note }) : made.error;
	const { entity, adopted, warning } = made.record;
	if (warning !== undefined) warnings.add(warning);
	return record(entity, { created: true, ...(adopted ? { recovered: true } : {}) });
}

/** The ad account's own audiences of a name. */
async function namesakes(scope: AccountScope, name: string): Promise<Audience[]> {
	const found: Audience[] = [];
	for await (const audience of ownAudiencesOf(scope)) {
		if (sameName(audience.name, name)) found.push(audience);
	}
	return found;
}

/** A tag that sees nobody makes an audience of nobody, and nobody would know why. */
async function requireTag(
	{ context, adAccountId }: AccountScope,
	id: string,
	warnings: Warnings,
): Promise<void> {
	const tag = await attempt(fetchTag(context, adAccountId, id));
	if (!tag.ok && tag.error.kind === 'not-found') {
		throw new PinterestAdsError(
			'invalid',
			`Conversion Tag: there is no tag ${id} in the ad account ${adAccountId}.`,
			{ field: 'Conversion Tag', hint: 'Choose a tag of this ad account from the list.' },
		);
	}
	if (!tag.ok) throw tag.error;
	const { name, last_fired_time_ms: fired, status } = tag.record;
	if (fired === undefined || fired === null || fired === 0) {
		warnings.add(
			`The tag "${name ?? id}" (${id}) has never fired: the audience stays empty until it is on your site and somebody comes.`,
		);
	} else if (status !== undefined && status !== null && status !== 'ACTIVE') {
		warnings.add(`The tag "${name ?? id}" (${id}) is ${status}, so it may see nobody any more.`);
	}
}
