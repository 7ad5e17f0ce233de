import { z } from 'zod';
import type { Fields } from '../../../entities';
import { inputOf, type Input } from '../../../fields/inputs';
import { labelOf } from '../../../fields/labels';
import { shapeOf } from '../../../fields/shape';
import { optional } from '../../../input';
import { plainWords } from '../../../inputProblems';
import { compared } from '../../../values/names';
import { createAdGroupInput, type AdGroupInput } from '../../adGroup/adGroupInput';
import { createAdInput, type AdInput } from '../../ad/adInput';
import { createCampaignInput, type CampaignInput } from '../../campaign/campaignInput';
import { readKeywords, type NewKeyword } from '../../keyword/keywordInput';
import { promoteProductGroupInput, type PromotionInput } from '../../productGroup/promotionInput';
import { readCeiling, type Ceiling } from './ceilingInput';
import { nestedLaunch } from './flatLaunch';
import { LAUNCH_FIELDS } from './launchFields';
import {
	isEmpty,
	partsOfLaunch,
	type AdGroupPart,
	type LaunchPart,
	type InputPath,
} from './launchParts';

/** What is asked for of one entity. Its `input` is missing where only an id was given: it is taken as it is. */
export interface Asked<Input> {
	/** Where it is in the input, in the user's words: "Ad Groups 2."; empty in the flat form. */
	readonly where: string;
	readonly id?: string;
	readonly input?: Input;
	/** What is sent, where that is known without an input: of a copy, what the original is. */
	readonly prepared?: Fields;
	/** What is sent beside what the input says. */
	readonly besides?: Fields;
	/** What is to be said of it. */
	readonly warnings?: readonly string[];
}

export interface AskedCampaign extends Asked<CampaignInput> {
	/** Added to the campaign if it has not got them; negative ones. */
	readonly keywords?: readonly NewKeyword[];
}

export interface AskedAdGroup extends Asked<AdGroupInput> {
	/** Added to the ad group if it has not got them. */
	readonly keywords: readonly NewKeyword[];
	readonly ads: ReadonlyArray<Asked<AdInput>>;
	readonly promotions: ReadonlyArray<Asked<PromotionInput>>;
}

export interface LaunchInput {
	readonly adAccountId?: string;
	/** What everything is to be in the end. It is created PAUSED in any case. */
	readonly status: 'ACTIVE' | 'PAUSED';
	/** Whether it ends only once Pinterest's lists show what it has created. */
	readonly waitUntilListed: boolean;
	readonly ceiling: Ceiling;
	/** Whether Pins are only warned about where the objective sells from a catalog. */
	readonly takesPinsAnywhere: boolean;
	/** Whether it is what another campaign is: what goes together there is not judged again. */
	readonly isCopy?: boolean;
	readonly campaign: AskedCampaign;
	readonly adGroups: readonly AskedAdGroup[];
}

/** Stands for the parent that is not created yet, so that children are judged before it is. */
const PARENT = '0';

const {
	adAccountId: account,
	status,
	waitUntilListed,
	maxDailyBudget,
	maxLifetimeBudget,
	takesPinsAnywhere,
} = LAUNCH_FIELDS;

interface Whole extends Readonly<Record<string, unknown>> {
	readonly adAccountId?: string;
	readonly status: LaunchInput['status'];
	readonly waitUntilListed?: boolean;
	readonly takesPinsAnywhere?: boolean;
}

const schema = z
	.object(
		shapeOf({
			...{ adAccountId: account, status, waitUntilListed, takesPinsAnywhere },
			...{ maxDailyBudget, maxLifetimeBudget },
		}),
	)
	.passthrough()
	.transform((whole, check): LaunchInput => {
		const {
			adAccountId,
			status: wanted,
			waitUntilListed: waits = false,
			takesPinsAnywhere: isLenient = false,
			...given
		} = whole as Whole;
		const { maxDailyBudget, maxLifetimeBudget, ...raw } = given;
		const ceiling = readCeiling({ maxDailyBudget, maxLifetimeBudget }, raw.amountUnit, check);
		const said = new Set<string>();
		const refuse = (path: InputPath, message: string, issue: Partial<z.IssueData> = {}) => {
			const key = JSON.stringify([path, message]);
			// In the flat form a field may belong to several parts, and is wrong only once.
			if (said.has(key)) return;
			said.add(key);
			check.addIssue({ code: 'custom', ...issue, path: [...path], message } as z.IssueData);
		};
		const ask = <T extends z.ZodTypeAny>(
			schema: T,
			part: LaunchPart,
			idField: 'campaignId' | 'adGroupId' | 'adId' | 'productGroupPromotionId',
			fixed: Record<string, unknown>,
		): Asked<z.output<T>> => {
			const { [idField]: givenId, ...given } = part.fields;
			const asked: { where: string; id?: string } = { where: labelOf(LAUNCH_FIELDS, part.path) };
			const read = optional(LAUNCH_FIELDS[idField].schema).safeParse(givenId);
			if (read.success) asked.id = read.data;
			else refuse(part.pathOf([idField]), read.error.issues[0].message);
			for (const field of OF_THE_LAUNCH.filter((name) => isGiven(given[name]))) {
				refuse(part.pathOf([field]), `belongs to the launch as a whole, not to a part of it`);
			}
			if (asked.id !== undefined && !Object.values(given).some(isGiven)) return asked;
			const parsed = schema.safeParse(
				{ ...part.defaults, ...given, ...fixed, status: 'PAUSED' },
				{ errorMap: plainWords },
			);
			if (parsed.success) return { ...asked, input: parsed.data as z.output<T> };
			for (const issue of parsed.error.issues) {
				refuse(part.pathOf(issue.path), issue.message, issue);
			}
			return asked;
		};
		const { campaign, adGroups, problems } = partsOfLaunch(nestedLaunch(raw));
		for (const { path, message } of problems) refuse(path, message);
		const askedCampaign = campaign && ask(createCampaignInput.schema, campaign, 'campaignId', {});
		const askedGroups = adGroups.map((group) => ({
			...ask(createAdGroupInput.schema, group, 'adGroupId', { campaignId: PARENT }),
			keywords: keywordsOf(group, refuse),
			ads: group.ads.map((ad) => ask(createAdInput.schema, ad, 'adId', { adGroupId: PARENT })),
			promotions: group.promotions.map((one) =>
				ask(promoteProductGroupInput.schema, one, 'productGroupPromotionId', { adGroupId: PARENT }),
			),
		}));
		requireOwnNames(askedGroups, adGroups, refuse);
		if (askedCampaign === undefined) return z.NEVER;
		return {
			...{ adAccountId, status: wanted, waitUntilListed: waits, ceiling },
			takesPinsAnywhere: isLenient,
			...{ campaign: askedCampaign, adGroups: askedGroups },
		};
	});

/** The input of `launchCampaign`. Every level is parsed by the schema that its own create has. */
export const launchInput: Input<typeof LAUNCH_FIELDS, LaunchInput> = {
	fields: LAUNCH_FIELDS,
	schema: schema as unknown as Input<typeof LAUNCH_FIELDS, LaunchInput>['schema'],
};

const { keywords: asked, keywordMatchType } = LAUNCH_FIELDS;

const keywordsInput = inputOf(
	{ keywords: asked, keywordMatchType },
	({ keywords = [], keywordMatchType: type }, check) =>
		readKeywords(keywords, type, 'adGroup', check),
);

function keywordsOf(
	{ keywords, pathOf }: AdGroupPart,
	refuse: (path: InputPath, message: string) => void,
): NewKeyword[] {
	const read = keywordsInput.schema.safeParse(keywords, { errorMap: plainWords });
	if (read.success) return read.data;
	for (const { path, message } of read.error.issues) refuse(pathOf(path), message);
	return [];
}

/** What a part cannot have for itself. */
const OF_THE_LAUNCH = ['adAccountId', 'status'];

const isGiven = (value: unknown) => !isEmpty(value);

/** Names (and Pins) are what entities are found by, so no two of a launch may be alike. */
function requireOwnNames(
	asked: readonly AskedAdGroup[],
	parts: readonly AdGroupPart[],
	refuse: (path: InputPath, message: string) => void,
): void {
	const names = new Set<string>();
	asked.forEach(({ input, id: given, ads, promotions }, n) => {
		const name = input ? compared(input.name) : given;
		if (name !== undefined && names.has(name)) {
			refuse(parts[n].pathOf(['name']), 'is the name of another ad group of this launch');
		}
		if (name !== undefined) names.add(name);
		requireOwnPins(ads, (m, message) => refuse(parts[n].ads[m].pathOf(['pinId']), message));
		requireOwnGroups(promotions, (m, message) =>
			refuse(parts[n].promotions[m].pathOf(['productGroupId']), message),
		);
	});
}

/** The same product group may be promoted again with another hero Pin only. */
function requireOwnGroups(
	promotions: AskedAdGroup['promotions'],
	refuse: (position: number, message: string) => void,
): void {
	const seen = new Set<string>();
	promotions.forEach(({ input }, m) => {
		if (input === undefined) return;
		const key = `${input.productGroupId} ${input.heroPinId ?? ''}`;
		if (seen.has(key)) refuse(m, 'is in this ad group already');
		seen.add(key);
	});
}

/** Ads of the same Pin need names that differ; without a name one could be any ad of the Pin. */
function requireOwnPins(
	ads: AskedAdGroup['ads'],
	refuse: (position: number, message: string) => void,
): void {
	const byPin = new Map<string, Set<string | undefined>>();
	ads.forEach(({ input }, m) => {
		if (input === undefined) return;
		const name = input.name === undefined ? undefined : compared(input.name);
		const names = byPin.get(input.pinId) ?? new Set();
		byPin.set(input.pinId, names);
		const isAlike =
			names.size > 0 && (name === undefined || names.has(undefined) || names.has(name));
		if (isAlike) {
			refuse(m, 'is in this ad group already; give each ad of the same Pin a name of its own');
		}
		names.add(name);
	});
}
