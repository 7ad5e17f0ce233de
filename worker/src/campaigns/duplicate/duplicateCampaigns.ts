import { PinterestAdsError } from '../../client/errors';
import { plainText } from '../../client/readers';
import { Accounts, resolveAdAccount, type Account } from '../../connection/adAccountOf';
import type { AdAccount } from '../../connection/adAccounts';
import type { WorkerContext } from '../../context';
import { CAMPAIGN, type Entity } from '../../entities';
import { fetchEntity } from '../../entityLists';
import { amountsIn } from '../../fields/amounts';
import { readInput } from '../../fields/inputs';
import { attempt, failed, succeeded, type Outcome } from '../../outcome';
import { withPreview } from '../../preview/preview';
import { groupedBy } from '../../values/grouping';
import { compared } from '../../values/names';
import { begun, forEachGood, goodOnes, onlyOne } from '../drafts';
import { Launch } from '../launch/launch';
import { carryOut } from '../launch/launchCampaigns';
import { launchError } from '../launch/launchError';
import { notInAccount } from '../parents';
import { currencyOf, requirePlausible } from '../plausibleAmounts';
import { refuseAmounts, scaleBy, type Scale } from './copiedAmounts';
import { nameOfCopy } from './copiedNames';
import { copyOf, Selection } from './copyOf';
import {
	DUPLICATE_FIELDS,
	duplicateCampaignInput,
	type CampaignToDuplicate,
	type DuplicateInput,
} from './duplicateFields';
import { duplicateRecord, type DuplicateRecord } from './duplicateRecord';
import { idsIn } from './idsInSource';
import { otherAccount, sameAccount } from './lookUpTarget';
import { Findings } from './notCarried';
import { readSource } from './readSource';

/** What is asked for, once the campaign is known. */
interface Wanted {
	readonly input: DuplicateInput;
	readonly from: Account;
	readonly into: Account;
	readonly campaign: Entity;
	readonly name: string;
}

/** A copy on its way. */
interface Copy extends Wanted {
	readonly launch: Launch;
	readonly findings: Findings;
}

/**
 * Copies campaigns with their ad groups, keywords, targeting, ads and promoted product groups, also into another ad account.
 * Everything in a copy is PAUSED. What a copy cannot have is left out and named in `not_carried`; what may then
 * cost money, or reach other people, comes first in `warnings`.
 *
 * A copy is a launch under a new name (see {@link launchCampaigns}): run again, it is found by that name and completed, and
 * nothing is created twice. Amounts in micro-currency, times in Unix seconds. Operations of the reads: `campaigns/get`, and
 * those of {@link readSource} and {@link otherAccount}.
 * @returns one outcome per input, in their order; inputs that ask for the same copy are refused all
 */
export async function duplicateCampaigns(
	context: WorkerContext,
	inputs: readonly CampaignToDuplicate[],
): Promise<Array<Outcome<DuplicateRecord>>> {
	const accounts = new Accounts(context);
	const wanted = await forEachGood(
		begun(inputs),
		async (raw) => await read(context, accounts, raw),
	);
	const copies = await forEachGood(
		await eachAlone(wanted),
		async (one) => await begin(context, one),
	);
	await carryOut(
		context,
		goodOnes(copies).map(({ launch }) => launch),
	);
	return copies.map((copy) => {
		if (!copy.ok) return copy;
		const { launch, findings, from, campaign } = copy.record;
		if (launch.error) return failed(withFindings(launchError(launch), findings));
		const original = { name: plainText(campaign.name), campaign_id: campaign.id };
		return succeeded(duplicateRecord(launch, findings, { ...original, ad_account_id: from.id }));
	});
}

/**
 * Copies one campaign; see {@link duplicateCampaigns}.
 * @throws PinterestAdsError what would be its outcome's error
 */
export async function duplicateCampaign(
	context: WorkerContext,
	input: CampaignToDuplicate,
): Promise<DuplicateRecord> {
	return await onlyOne(duplicateCampaigns(context, [input]));
}

/** A preview says what a copy would not have, and what may then cost money. */
const withFindings = (error: PinterestAdsError, { notCarried, warnings }: Findings) =>
	withPreview(error, (preview) => ({
		details: { ...preview.details, not_carried: notCarried },
		warnings: [...warnings, ...preview.warnings],
	}));

async function read(context: WorkerContext, accounts: Accounts, raw: unknown): Promise<Wanted> {
	const input = readInput(duplicateCampaignInput, raw);
	const from = await accounts.find(input.adAccountId);
	const into = input.intoAdAccountId === undefined ? from : { id: input.intoAdAccountId };
	await requirePlausible(context, into, amountsIn(DUPLICATE_FIELDS, input));
	const campaign = await campaignOf(context, from.id, input.campaignId);
	const name = input.name ?? nameOfCopy(plainText(campaign.name));
	if (into.id === from.id && compared(name) === compared(plainText(campaign.name))) {
		throw new PinterestAdsError('invalid', 'Name: is the name of the original itself', {
			field: 'Name',
			hint: 'A copy is found by its name: give one of its own, or leave it empty.',
		});
	}
	return { input, from, into, campaign, name };
}

async function campaignOf(
	context: WorkerContext,
	adAccountId: string,
	id: string,
): Promise<Entity> {
	const fetched = await attempt(fetchEntity(context, CAMPAIGN, adAccountId, id));
	if (fetched.ok) return { ...fetched.record, id };
	if (fetched.error.kind !== 'not-found') throw fetched.error;
	throw notInAccount(CAMPAIGN, DUPLICATE_FIELDS.campaignId.label, { adAccountId, id });
}

/** Inputs that ask for the same copy would find each other's: it is not clear what is meant. */
async function eachAlone(wanted: ReadonlyArray<Outcome<Wanted>>): Promise<Array<Outcome<Wanted>>> {
	const keyOf = ({ into, name }: Wanted) => `${into.id} ${compared(name)}`;
	const byCopy = groupedBy(goodOnes(wanted), keyOf);
	return await forEachGood(wanted, (one) => {
		const { length } = byCopy.get(keyOf(one)) ?? [];
		if (length === 1) return one;
		throw new PinterestAdsError(
			'invalid',
			`Name: ${length} inputs ask for the copy “${one.name}” in the ad account ${one.into.id}, and a copy is found by its name`,
			{
				field: 'Name',
				hint: 'Give each copy a Name of its own. If only one is wanted, let only one input come here.',
			},
		);
	});
}

/** Reads the campaign, and makes of it what a launch is asked for. */
async function begin(context: WorkerContext, wanted: Wanted): Promise<Copy> {
	const { input, from, into, campaign, name } = wanted;
	const findings = new Findings();
	const selection = new Selection(input, campaign);
	const read = await readSource(context, from.id, campaign, {
		levels: input.levels,
		keywords: input.keywords,
		isCopied: (adGroup) => selection.has(adGroup),
	});
	const now = context.clock.now();
	const source = selection.of(read, findings, now);
	const replaceIds = input.replaceIds ?? {};
	const isOtherAccount = into.id !== from.id;
	const accounts = isOtherAccount
		? {
				from: await resolveAdAccount(context, from.id),
				into: await resolveAdAccount(context, into.id),
			}
		: undefined;
	const target = accounts
		? await otherAccount(context, accounts, idsIn(source), replaceIds)
		: sameAccount(replaceIds);
	const copy = copyOf(source, input, {
		...{ name, target, findings, amounts: input },
		given: { startTime: input.startTime, endTime: input.endTime },
		scale: await scaleOf(context, input, into, accounts),
		useSuccessor: input.useSuccessor,
		now,
	});
	const currency = accounts?.into.currency ?? into.currency;
	const account = { id: into.id, ...(currency ? { currency } : {}) };
	return { ...wanted, findings, launch: new Launch(copy, account) };
}

async function scaleOf(
	context: WorkerContext,
	{ amountFactor }: DuplicateInput,
	into: Account,
	accounts: { readonly from: AdAccount; readonly into: AdAccount } | undefined,
): Promise<Scale> {
	const isOther = accounts !== undefined && accounts.from.currency !== accounts.into.currency;
	if (amountFactor !== undefined) {
		const currency = accounts?.into.currency ?? (await currencyOf(context, into));
		return scaleBy(amountFactor, currency ?? undefined);
	}
	if (!isOther) return scaleBy(undefined, undefined);
	const said = ({ id, currency: code }: AdAccount) => code ?? `the currency of ${id}`;
	return refuseAmounts({ from: said(accounts.from), into: said(accounts.into) });
}
