import type { WorkerContext } from '../../context';
import { bodyOf } from '../../fields/body';
import { readInput } from '../../fields/inputs';
import type { Outcome } from '../../outcome';
import type { AdCreate } from '../../pinterest/types';
import { Accounts, type Account } from '../../connection/adAccountOf';
import { AD, AD_GROUP, CAMPAIGN, type Entity } from '../../entities';
import type { CreativeType } from './adChoices';
import { CREATE_FIELDS } from './adFields';
import { createAdInput, type AdInput, type NewAd } from './adInput';
import { factsOf } from '../campaign/campaignFacts';
import {
	begun,
	createDrafts,
	forEachGood,
	goodOnes,
	onlyOne,
	requireNone,
	type CreatedRecord,
	type Draft,
} from '../drafts';
import { lookUpByIds, notInAccount, type Known, type Lookup, type Reference } from '../parents';
import { creativeTypeOf, formatProblems } from './pinFormat';
import { lookUpPins, noSuchPin, pinWarnings } from './pinCheck';
import { judgeAd, type CampaignFacts, type RuleProblem } from '../adGroup/adGroupRules';
import { judgePromoted } from '../campaign/promotes';

/** An ad that was created: schema `AdResponse`. */
export type AdRecord = CreatedRecord;

interface Parsed {
	readonly input: AdInput;
	readonly account: Account;
}

/**
 * Creates ads, each of which promotes an existing Pin, up to 30 with a request. Operation `ads/create`;
 * reference, "Step 3: Create an Ad (Promoted Pin)". Their ad groups, campaigns and Pins are read first.
 * Pins need the scopes boards:read and pins:read; without these, Pinterest judges them alone.
 * @returns one outcome per input, in their order; an invalid input costs no other its ad
 */
export async function createAds(
	context: WorkerContext,
	inputs: readonly NewAd[],
): Promise<Array<Outcome<AdRecord>>> {
	const accounts = new Accounts(context);
	const parsed = await forEachGood(begun(inputs), async (raw): Promise<Parsed> => {
		const input = readInput(createAdInput, raw);
		return { input, account: await accounts.find(input.adAccountId) };
	});
	const adGroups = await lookUpByIds(context, AD_GROUP, goodOnes(parsed).map(adGroupOf));
	const campaigns = await lookUpByIds(context, CAMPAIGN, campaignsOf(goodOnes(parsed), adGroups));
	const pinOf = await lookUpPins(context, goodOnes(parsed).map(pinReference));
	const drafts = await forEachGood(parsed, (one) => {
		const pin = pinOf(pinReference(one));
		if (pin.state === 'missing') throw noSuchPin(CREATE_FIELDS.pinId.label, one.input.pinId);
		const known = adGroups.of(adGroupOf(one));
		if (known.state === 'missing') {
			throw notInAccount(AD_GROUP, CREATE_FIELDS.adGroupId.label, adGroupOf(one));
		}
		const adGroup = known.state === 'found' ? known.entity : undefined;
		const draft = adDraft(one, adGroup, campaigns, pin);
		return { ...draft, warnings: [...draft.warnings, ...pinWarnings(pin, one.input)] };
	});
	return await createDrafts(context, AD, drafts);
}

/**
 * Creates one ad; see {@link createAds}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function createAd(context: WorkerContext, input: NewAd): Promise<AdRecord> {
	return await onlyOne(createAds(context, [input]));
}

const adGroupOf = ({ input, account }: Parsed): Reference => ({
	adAccountId: account.id,
	id: input.adGroupId,
});

const pinReference = ({ input, account }: Parsed): Reference => ({
	adAccountId: account.id,
	id: input.pinId,
});

function campaignsOf(parsed: readonly Parsed[], adGroups: Lookup): Reference[] {
	return parsed.flatMap((one) => {
		const known = adGroups.of(adGroupOf(one));
		const campaign = known.state === 'found' ? campaignOf(one.account, known.entity) : undefined;
		return campaign ? [campaign] : [];
	});
}

function campaignOf(account: Account, adGroup: Entity): Reference | undefined {
	const { campaign_id } = adGroup;
	return typeof campaign_id === 'string' && campaign_id !== ''
		? { adAccountId: account.id, id: campaign_id }
		: undefined;
}

/**
 * What is sent for an input that has been parsed, judged under what is known of its parents.
 * @param pin as far as it could be read; left out: it is looked at later, and an automatic creative type
 * stays open until then
 * @throws PinterestAdsError `invalid` for what cannot go together
 */
export function adDraft(
	{ input, account }: Parsed,
	adGroup: Entity | undefined,
	campaigns: Lookup,
	pin?: Known,
): Draft {
	if (adGroup?.status === 'ARCHIVED') {
		const message = 'the ad group is archived, which cannot be undone; take another one';
		requireNone(CREATE_FIELDS, [{ field: 'adGroupId', message }]);
	}
	const creativeType = input.creativeType ?? (pin && creativeTypeOf(pin));
	requireNone(CREATE_FIELDS, pin ? formatProblems(pin, input) : []);
	const reference = adGroup && campaignOf(account, adGroup);
	const campaign = reference && campaigns.of(reference);
	const facts = campaign?.state === 'found' ? factsOf(campaign.entity) : undefined;
	requireNone(CREATE_FIELDS, forCatalog(facts));
	const verdict = judgeAd(creativeType, facts, adGroup?.billable_event);
	requireNone(CREATE_FIELDS, verdict.problems);
	const body = adBody(input, creativeType);
	const warnings = [...verdict.warnings, ...quizWarnings(input, creativeType)];
	return { adAccountId: account.id, body, warnings };
}

/** By the objective alone it is Pinterest's to judge: some have promoted Pins under CATALOG_SALES all along. */
function forCatalog({ objective, promotionType }: Partial<CampaignFacts> = {}): RuleProblem[] {
	const problem =
		promotionType === 'CATALOG' ? judgePromoted('pins', objective, promotionType) : undefined;
	return problem === undefined ? [] : [{ field: 'pinId', message: problem }];
}

/** Pinterest does not describe that one needs the other. */
function quizWarnings({ quiz }: AdInput, creativeType?: CreativeType): string[] {
	if (creativeType === undefined || (creativeType === 'QUIZ') === (quiz !== undefined)) return [];
	return [
		quiz === undefined
			? 'The creative type is QUIZ, but Quiz is empty: without questions, options and results Pinterest may refuse the ad or not show a quiz.'
			: `Quiz is given, but the creative type is ${creativeType}; a quiz ad needs QUIZ.`,
	];
}

/** Of an automatic creative type is known what it is once the Pin has been looked at. */
type AdToCreate = Omit<AdCreate, 'creative_type'> & Partial<Pick<AdCreate, 'creative_type'>>;

const adBody = (input: AdInput, creativeType?: CreativeType): AdToCreate => ({
	...bodyOf<AdCreate>()(CREATE_FIELDS, input),
	ad_group_id: input.adGroupId,
	pin_id: input.pinId,
	...(creativeType && { creative_type: creativeType }),
});
