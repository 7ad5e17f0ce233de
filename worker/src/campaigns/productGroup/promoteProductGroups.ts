import { PinterestAdsError } from '../../client/errors';
import { Accounts, type Account } from '../../connection/adAccountOf';
import type { WorkerContext } from '../../context';
import { AD_GROUP, CAMPAIGN, PROMOTION, type Entity, type Fields } from '../../entities';
import { listEntities } from '../../entityLists';
import { amountsIn } from '../../fields/amounts';
import { readInput } from '../../fields/inputs';
import { labelOf } from '../../fields/labels';
import { contained, succeeded, unexpected, type Outcome } from '../../outcome';
import { idOf, plainText } from '../../client/readers';
import { groupedBy } from '../../values/grouping';
import { factsOf } from '../campaign/campaignFacts';
import {
	begun,
	createDrafts,
	forEachGood,
	goodOnes,
	onlyOne,
	type CreatedRecord,
	type Draft,
} from '../drafts';
import { differences } from '../launch/differences';
import { lookUpByIds, notInAccount, type Lookup, type Reference } from '../parents';
import { requirePlausible } from '../plausibleAmounts';
import { promotionDraft } from './promotionDraft';
import { CREATE_FIELDS } from './promotionFields';
import {
	promoteProductGroupInput,
	type ProductGroupToPromote,
	type PromotionInput,
} from './promotionInput';

/** A product group that an ad group promotes: schema `ProductGroupPromotion`, and how it came about. */
export interface PromotionRecord extends CreatedRecord {
	/** False where the ad group promoted it already. */
	readonly promoted: boolean;
}

interface Parsed {
	readonly input: PromotionInput;
	readonly account: Account;
}

/**
 * Promotes product groups of a catalog in ad groups, up to 30 with a request, and none of them twice: what an
 * ad group promotes already is left as it is and returned with `promoted: false`. The same product group counts
 * as another one with another hero Pin. Operations `product_group_promotions/list`,
 * `product_group_promotions/create`; ad groups and campaigns are read first.
 * @returns one outcome per input, in their order; an invalid input costs no other its promotion
 */
export async function promoteProductGroups(
	context: WorkerContext,
	inputs: readonly ProductGroupToPromote[],
): Promise<Array<Outcome<PromotionRecord>>> {
	const accounts = new Accounts(context);
	const parsed = await forEachGood(begun(inputs), async (raw): Promise<Parsed> => {
		const input = readInput(promoteProductGroupInput, raw);
		const account = await accounts.find(input.adAccountId);
		await requirePlausible(context, account, amountsIn(CREATE_FIELDS, input));
		return { input, account };
	});
	const adGroups = await lookUpByIds(context, AD_GROUP, goodOnes(parsed).map(adGroupOf));
	const campaigns = await lookUpByIds(context, CAMPAIGN, campaignsOf(goodOnes(parsed), adGroups));
	const drafts = await forEachGood(parsed, (one): Draft => {
		const parent = adGroups.of(adGroupOf(one));
		if (parent.state === 'missing') {
			throw notInAccount(AD_GROUP, CREATE_FIELDS.adGroupId.label, adGroupOf(one));
		}
		const adGroup = parent.state === 'found' ? parent.entity : undefined;
		const reference = adGroup && campaignOf(one.account, adGroup);
		const known = reference && campaigns.of(reference);
		const campaign = known?.state === 'found' ? factsOf(known.entity) : undefined;
		return promotionDraft(one, { adGroup, campaign });
	});
	return await promoteDrafts(context, drafts);
}

/**
 * Promotes one product group; see {@link promoteProductGroups}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function promoteProductGroup(
	context: WorkerContext,
	input: ProductGroupToPromote,
): Promise<PromotionRecord> {
	return await onlyOne(promoteProductGroups(context, [input]));
}

const adGroupOf = ({ input, account }: Parsed): Reference => ({
	adAccountId: account.id,
	id: input.adGroupId,
});

function campaignsOf(parsed: readonly Parsed[], adGroups: Lookup): Reference[] {
	return parsed.flatMap((one) => {
		const known = adGroups.of(adGroupOf(one));
		return known.state === 'found' ? (campaignOf(one.account, known.entity) ?? []) : [];
	});
}

function campaignOf(account: Account, { campaign_id }: Entity): Reference | undefined {
	return typeof campaign_id === 'string' && campaign_id !== ''
		? { adAccountId: account.id, id: campaign_id }
		: undefined;
}

/** What makes two of them the same one. */
const keyOf = ({ adAccountId, body }: Draft): string =>
	JSON.stringify([
		...[adAccountId, body.ad_group_id, body.catalog_product_group_id],
		plainText(body.collections_hero_pin_id),
	]);

/** Looks for what is promoted already, and creates the others, of several alike the first. */
async function promoteDrafts(
	context: WorkerContext,
	drafts: ReadonlyArray<Outcome<Draft>>,
): Promise<Array<Outcome<PromotionRecord>>> {
	const held = await heldBy(context, goodOnes(drafts));
	const found = await forEachGood(drafts, (draft) => {
		const { promotions, unread } = held.get(adGroupKey(draft)) ?? { promotions: [] };
		const existing = promotions.find((one) => isLive(one) && PROMOTION.isSame(draft.body, one));
		// What cannot be seen might be there.
		if (existing === undefined && unread !== undefined) throw unread;
		return { draft, existing };
	});
	const missing = new Map<string, Draft>();
	for (const { draft, existing } of goodOnes(found)) {
		const key = keyOf(draft);
		if (existing === undefined && !missing.has(key)) missing.set(key, draft);
	}
	const created = await createDrafts(context, PROMOTION, [...missing.values()].map(succeeded));
	const outcomes = new Map([...missing.keys()].map((key, n) => [key, created[n]]));
	return await forEachGood(found, ({ draft, existing }) => {
		if (existing !== undefined) return heldRecord(draft, existing);
		const outcome = outcomes.get(keyOf(draft));
		if (outcome === undefined || !outcome.ok) {
			throw outcome?.error ?? new PinterestAdsError('unavailable', 'It was not promoted');
		}
		if (missing.get(keyOf(draft)) === draft) return { ...outcome.record, promoted: true };
		return heldRecord(draft, outcome.record);
	});
}

const adGroupKey = ({ adAccountId, body }: Draft) =>
	`${adAccountId}/${plainText(body.ad_group_id)}`;

const isLive = ({ status }: Fields) => status !== 'ARCHIVED' && status !== 'DELETED_DRAFT';

interface Held {
	readonly promotions: readonly Entity[];
	/** Why the list could not be read to its end. */
	readonly unread?: PinterestAdsError;
}

/** What the ad groups promote, by {@link adGroupKey}; each costs a request. */
async function heldBy(
	context: WorkerContext,
	drafts: readonly Draft[],
): Promise<ReadonlyMap<string, Held>> {
	const held = new Map<string, Held>();
	for (const [key, [{ adAccountId, body }]] of groupedBy(drafts, adGroupKey)) {
		const adGroupId = plainText(body.ad_group_id);
		const promotions: Entity[] = [];
		const read = await contained(collect(context, adAccountId, adGroupId, promotions), (cause) =>
			unexpected('unavailable', `Could not list what the ad group ${adGroupId} promotes`, cause),
		);
		held.set(key, read.ok ? { promotions } : { promotions, unread: read.error });
	}
	return held;
}

async function collect(
	context: WorkerContext,
	adAccountId: string,
	adGroupId: string,
	promotions: Entity[],
): Promise<void> {
	const filter = { ad_group_id: adGroupId };
	for await (const one of listEntities(context, PROMOTION, adAccountId, filter)) {
		promotions.push(one);
	}
}

/** One that is there already: what of it is not as asked for is only said. */
function heldRecord({ adAccountId, currency, body }: Draft, existing: Fields): PromotionRecord {
	const id = plainText(existing.id);
	const label = (field: string) => labelOf(CREATE_FIELDS, [field]);
	const entity = { ...existing, id };
	const { refused, warnings } = differences(PROMOTION, body, entity, currency, label);
	const said = refused.map(({ field, message }) => `${field} ${message}`);
	const isOff = body.status === 'ACTIVE' && existing.status !== 'ACTIVE';
	if (isOff) said.push(`its status is ${plainText(existing.status)}`);
	const changed = said.length > 0 ? ` It differs from what you asked for: ${said.join('; ')}.` : '';
	return {
		...entity,
		ad_account_id: idOf(existing.ad_account_id) ?? adAccountId,
		...(currency === undefined ? {} : { currency }),
		promoted: false,
		warnings: [
			`The ad group promotes this product group already (${id}), and nothing was changed.${changed}`,
			...warnings,
		],
	};
}
