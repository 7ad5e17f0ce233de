import { listAudiences } from '../../../audiences/readAudiences';
import type { AudienceSummary } from '../../../audiences/audienceSummary';
import { clientOf } from '../../../client/client';
import { textField } from '../../../client/readers';
import { resolveAdAccount } from '../../../connection/adAccountOf';
import type { WorkerContext } from '../../../context';
import { CAMPAIGN, nameOf, PIN, readNames } from '../../../entities';
import { listEntities, listPath } from '../../../entityLists';
import { required } from '../../../fields/field';
import { inputOf, readInput, type GivenTo } from '../../../fields/inputs';
import { choice } from '../../../fields/kinds';
import { attempt, type Outcome } from '../../../outcome';
import { groupsOf } from '../../../catalogs/ownersCatalogs';
import { shortened } from '../../../values/shortened';
import { readMoment } from '../../../values/time';
import { goalTags } from '../../adGroup/goalTags';
import { createCampaignInput } from '../../campaign/campaignInput';
import { rulesOf } from '../../campaign/objectiveRules';
import { readObjective } from '../../campaign/objectives';
import { adAccountId } from '../../fields';
import { targetingOptions } from '../../targeting/targetingOptions';

const FIELDS = {
	adAccountId,
	objective: createCampaignInput.fields.objective,
	promotes: required(
		choice({
			label: 'Promotes',
			description: 'What the launch is to show, which is listed',
			choices: {
				pins: { label: 'Pins', description: 'The newest ones' },
				productGroups: { label: 'Product Groups', description: 'Those of the catalogs' },
			},
		}),
	),
};

/** The input of `launchChoices`. */
export const launchChoicesInput = inputOf(FIELDS);
/** What `launchChoices` takes. @interface */
export type LaunchToChooseFor = GivenTo<typeof launchChoicesInput>;

/** Something that a launch can be made of. */
export interface LaunchChoice {
	readonly id: string;
	readonly name: string;
	/** What to know before it is chosen, in a few words. */
	readonly note?: string;
}

/** What a launch can be made of, for lists to choose from. */
export interface LaunchChoices {
	readonly ad_account_name: string | null;
	/** ISO 4217. */
	readonly currency: string | null;
	/** Where the ad account is at home: two letters. */
	readonly country: string | null;
	/** Pins, the newest first, or product groups by name. */
	readonly promotable: readonly LaunchChoice[];
	/** Active and paused campaigns of the objective, to which ad groups can be added. */
	readonly campaigns: readonly LaunchChoice[];
	/** By name, also those that reach too few people yet. */
	readonly audiences: readonly LaunchChoice[];
	/** Where ads can be shown, by name. */
	readonly countries: readonly LaunchChoice[];
	/** Where the objective is about conversions: the tags that report them. */
	readonly conversion_tags: readonly LaunchChoice[];
	/** What could not be listed, or not all of it. */
	readonly notes: readonly string[];
	readonly ad_account_id: string;
}

/** More than somebody looks through are not listed: the rest is given by address or ID. */
const MOST = { promotable: 30, campaigns: 50, audiences: 250 } as const;

/** Of these the newest are shown. */
const PINS_A_PAGE = 250;

/**
 * What a launch of an objective can be made of in an ad account, with names: for the lists of a form. Six or seven
 * requests. Where the token may not read Pins or catalogs, `notes` says so, and IDs can be given all the same. Operations
 * `ad_accounts/get`, `pins/list`, `catalogs_product_groups/list`, `campaigns/list`, `audiences/list`,
 * `targeting_options/get`, `conversion_tags/list`.
 */
export async function launchChoices(
	context: WorkerContext,
	input: LaunchToChooseFor,
): Promise<LaunchChoices> {
	const { adAccountId: given, objective, promotes } = readInput(launchChoicesInput, input);
	// First and alone: whether there is anything to be had at all.
	const account = await resolveAdAccount(context, given);
	const read = readObjective(objective);
	const sentAs = 'chosen' in read ? read.chosen.sentAs : undefined;
	const [promotable, campaigns, audiences, countries, tags] = await Promise.all([
		attempt(promotes === 'pins' ? newestPins(context, account.id) : groups(context, account.id)),
		campaignsFor(context, account.id, sentAs),
		audiencesIn(context, account.id),
		targetingOptions(context, 'locations'),
		rulesOf(sentAs)?.conversionGoal === undefined ? [] : goalTags(context, account.id),
	]);
	// Without the scope somebody can still name what they mean.
	if (!promotable.ok && promotable.error.kind !== 'token-scope') throw promotable.error;
	const what = promotes === 'pins' ? 'Pins' : 'product groups';
	return {
		ad_account_name: account.name ?? null,
		currency: account.currency ?? null,
		country: account.country ?? null,
		promotable: promotable.ok ? promotable.record.choices : [],
		...{ campaigns, audiences },
		countries: countries
			.filter(({ id }) => /^[A-Z]{2}$/.test(id))
			.map(({ id, name }) => ({ id, name }))
			.sort(byName),
		conversion_tags: tags.map(({ tag, note }) => ({
			...{ id: tag.id, name: called(tag.name) },
			...(note === undefined ? {} : { note }),
		})),
		notes: [...notesOf(promotable, what), ...notesOfTags(tags)],
		ad_account_id: account.id,
	};
}

const LONGEST_NAME = 80;

const called = (name: string | null | undefined) =>
	shortened((name ?? '').replace(/\s+/g, ' ').trim() || 'Untitled', LONGEST_NAME);

const byName = (a: LaunchChoice, b: LaunchChoice) => a.name.localeCompare(b.name, 'en');

interface Listed {
	readonly choices: readonly LaunchChoice[];
	readonly isAll: boolean;
}

function notesOf(listed: Outcome<Listed>, what: string): string[] {
	if (!listed.ok) return [`Your ${what} could not be listed: ${listed.error.message}`];
	return listed.record.isAll ? [] : [`There are more ${what} than are listed here.`];
}

/** A tag of which nothing is said could be taken for one that is ready. */
const notesOfTags = (tags: Awaited<ReturnType<typeof goalTags>>): string[] =>
	tags.length > 0 && tags.every(({ note }) => note === undefined)
		? ['Pinterest did not say for which events the conversion tags are ready.']
		: [];

/** Those of the ad account's owner: nobody else's can be promoted. */
async function newestPins(context: WorkerContext, accountId: string): Promise<Listed> {
	const call = {
		path: listPath(PIN, accountId),
		category: PIN.category ?? 'org_read',
		doing: `list the ${PIN.plural}`,
	};
	const read = readNames(PIN, { created_at: textField, creative_type: textField });
	const paging = { ad_account_id: accountId, page_size: PINS_A_PAGE };
	const { value: page } = await clientOf(context).pages(call, read, paging).next();
	if (!page) return { choices: [], isAll: true };
	const pins = page.items
		.map((pin) => ({ pin, created: readMoment(pin.created_at) ?? 0 }))
		.sort((a, b) => b.created - a.created);
	return {
		choices: pins.slice(0, MOST.promotable).map(({ pin, created }) => ({
			...{ id: pin.id, name: called(nameOf(PIN, pin)) },
			note: [formatOf(pin.creative_type), created > 0 ? dayOf(created) : '']
				.filter((part) => part !== '')
				.join(', '),
		})),
		isAll: pins.length <= MOST.promotable && page.bookmark === undefined && !page.odd,
	};
}

/** An image is what a Pin is as a rule, so that is not said. */
const formatOf = (type: unknown) =>
	typeof type === 'string' && type !== 'REGULAR' ? type.toLowerCase().replaceAll('_', ' ') : '';

const dayOf = (moment: number) =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(moment);

async function groups(context: WorkerContext, accountId: string): Promise<Listed> {
	const found: LaunchChoice[] = [];
	for await (const { id, name, status } of groupsOf(context, accountId)) {
		const note = status === 'INACTIVE' ? { note: 'inactive' } : {};
		if (found.length === MOST.promotable) return { choices: found.sort(byName), isAll: false };
		found.push({ id, name: called(name), ...note });
	}
	return { choices: found.sort(byName), isAll: true };
}

async function campaignsFor(
	context: WorkerContext,
	accountId: string,
	objective: string | undefined,
): Promise<LaunchChoice[]> {
	const found: LaunchChoice[] = [];
	const statuses = ['ACTIVE', 'PAUSED'];
	for await (const one of listEntities(context, CAMPAIGN, accountId, {}, { statuses })) {
		if (one.objective_type !== objective) continue;
		const note = one.status === 'ACTIVE' ? 'active' : 'paused';
		found.push({ id: one.id, name: called(nameOf(CAMPAIGN, one)), note });
		if (found.length === MOST.campaigns) break;
	}
	return found;
}

async function audiencesIn(context: WorkerContext, accountId: string): Promise<LaunchChoice[]> {
	const limit = MOST.audiences;
	const audiences = await listAudiences(context, { adAccountId: accountId, limit });
	return audiences
		.map((audience) => ({
			...{ id: audience.id, name: called(audience.name) },
			note: noteOf(audience),
		}))
		.sort(byName);
}

function noteOf({ status, size }: AudienceSummary): string {
	if (status === 'INITIALIZING') return 'Pinterest is still making it';
	if (status === 'TOO_SMALL') return 'too few people yet';
	return size === null ? 'ready' : `about ${size.toLocaleString('en')} people`;
}
