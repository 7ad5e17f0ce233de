import { PinterestAdsError } from '../client/errors';
import { adAccountIdFor } from '../connection/adAccountOf';
import type { WorkerContext } from '../context';
import { readInput } from '../fields/inputs';
import type { AudienceCreate } from '../pinterest/types';
import { sameName } from '../values/names';
import { oldest } from '../values/oldest';
import { createAudience, fetchAudience, ownAudiencesOf, type Audience } from './accountAudiences';
import { createActalikeInput, type ActalikeInput, type NewActalike } from './actalikeInput';
import { createOnce } from '../delivery/createOnce';
import { TOO_SMALL, type AccountScope } from './sync/customerLists';
import { inWords } from './records/matching';
import { MINIMUM } from './sync/syncMessages';
import { waitUntil } from './sync/waiting';
import { Warnings } from './warnings';

/** An actalike audience, ready to be stored. Ids are strings. */
export interface ActalikeRecord {
	/** The caller's own id. */
	readonly id: string | null;
	readonly name: string;
	readonly ad_account_id: string;
	readonly pinterest_audience_id: string;
	readonly seed_audience_id: string;
	readonly seed_name: string | null;
	readonly country: string;
	readonly percentage: number;
	/** INITIALIZING, READY, TOO_SMALL. */
	readonly audience_status: string | null;
	readonly size: number | null;
	/** `false`: it was there already. */
	readonly created: boolean;
	readonly warnings: readonly string[];
	/** It was found after Pinterest's answer had been lost. */
	readonly recovered?: true;
}

/** Where Pinterest makes actalikes, as its API description has it (schema `AudienceRule`). */
const COUNTRIES = ['US', 'CA', 'GB'];
/** Matching takes a day or two; asking every hour is often enough. */
const COME_BACK_MS = 3_600_000;

/**
 * Makes an audience of people who act like those of another one (Pinterest's lookalike). Repeated, it
 * finds the one of the same seed, country and percentage instead of making a second.
 *
 * Operations `audiences/list`, `audiences/get`, `audiences/create`.
 * @throws PinterestAdsError `unavailable` (retryable, with `retryAfterMs`) where the seed is not READY
 * yet, `invalid` where it is too small, `not-found` where there is none
 */
export async function createActalike(
	context: WorkerContext,
	input: NewActalike,
): Promise<ActalikeRecord> {
	const wanted = readInput(createActalikeInput, input);
	const { country, percentage } = wanted;
	const scope = { context, adAccountId: await adAccountIdFor(context, wanted.adAccountId) };
	const warnings = new Warnings(context.logger);
	if (!COUNTRIES.includes(country)) {
		warnings.add(
			`Pinterest names ${COUNTRIES.join(', ')} as countries for actalike audiences; ${country} may be refused.`,
		);
	}
	const all = await ownAudiences(scope);
	const seed = await findSeed(scope, all, wanted, warnings);
	const isSame = (audience: Audience) => isActalike(audience, seed.id, country, percentage);
	const existing = oldest(all.filter(isSame));
	if (existing) return record(existing, false);

	await seedReady(scope, seed, wanted.waitForReadyMs);
	const name = wanted.name ?? `${seed.name ?? seed.id} – actalike ${country} ${percentage}%`;
	const body: AudienceCreate = {
		name,
		audience_type: 'ACTALIKE',
		rule: { seed_id: [seed.id], country, percentage },
		...(wanted.description === undefined ? {} : { description: wanted.description }),
	};
	const what = `actalike audience "${name}"`;
	const { entity, adopted, warning } = await createOnce(context, {
		what,
		foundBy: 'by its seed, country and percentage',
		hint: `Wait a few minutes and run this again: the actalike is looked for first, by its seed, country and percentage, and made only if there is none. To look yourself: Ads Manager, ad account ${scope.adAccountId}, Audiences, "${name}".`,
		create: async () => await createAudience(scope, body, `create the ${what}`),
		find: async () => oldest((await ownAudiences(scope)).filter(isSame)),
	});
	if (warning !== undefined) warnings.add(warning);
	return record(entity, true, adopted);

	function record(audience: Audience, created: boolean, recovered = false): ActalikeRecord {
		return {
			id: wanted.id ?? null,
			name: audience.name ?? '',
			ad_account_id: scope.adAccountId,
			pinterest_audience_id: audience.id,
			seed_audience_id: seed.id,
			seed_name: seed.name ?? null,
			country,
			percentage,
			audience_status: audience.status ?? null,
			size: audience.size ?? null,
			created,
			warnings: warnings.all,
			...(recovered ? { recovered } : {}),
		};
	}
}

/** What may be the seed, or the actalike itself; an account may have thousands of other audiences. */
async function ownAudiences(scope: AccountScope): Promise<Audience[]> {
	const all: Audience[] = [];
	for await (const audience of ownAudiencesOf(scope)) all.push(audience);
	return all;
}

async function findSeed(
	scope: AccountScope,
	all: readonly Audience[],
	{ seedAudienceId, seedName }: ActalikeInput,
	warnings: Warnings,
): Promise<Audience> {
	if (seedAudienceId !== undefined) {
		const listed = all.find(({ id }) => id === seedAudienceId);
		// One that another account shares is not among the ad account's own.
		return listed ?? (await fetchAudience(scope, seedAudienceId));
	}
	const namesakes = all.filter(
		(one) => sameName(one.name, seedName) && one.audience_type !== 'ACTALIKE',
	);
	const seed = oldest(namesakes);
	if (seed === undefined) {
		throw new PinterestAdsError('not-found', `There is no audience "${seedName}" to start from.`, {
			field: 'Seed Audience',
			hint: 'Sync the audience first, or check its name and the ad account.',
		});
	}
	if (namesakes.length > 1) {
		warnings.add(
			`${namesakes.length} audiences are called "${seedName}"; the oldest (${seed.id}) is used. Give the audience's ID to choose another.`,
		);
	}
	return seed;
}

function isActalike(
	{ audience_type, rule }: Audience,
	seedId: string,
	country: string,
	percentage: number,
): boolean {
	const seeds = [rule?.seed_id ?? []].flat();
	return (
		audience_type === 'ACTALIKE' &&
		seeds.length === 1 &&
		String(seeds[0]) === seedId &&
		rule?.country === country &&
		Number(rule?.percentage) === percentage
	);
}

/** Returns once people can be found like those of the seed. */
async function seedReady(scope: AccountScope, seed: Audience, waitMs: number): Promise<void> {
	let { status } = seed;
	const settled = () => {
		if (status === TOO_SMALL) throw seedTooSmall(seed);
		return status === 'READY';
	};
	if (settled()) return;
	const ready = await waitUntil(scope.context, waitMs, async () => {
		status = (await fetchAudience(scope, seed.id)).status;
		return settled();
	});
	if (!ready) throw seedNotReady(seed, status, waitMs);
}

const nameOf = ({ id, name }: Audience) => (name ? `"${name}" (${id})` : id);

function seedTooSmall(seed: Audience): PinterestAdsError {
	return new PinterestAdsError(
		'invalid',
		`The audience ${nameOf(seed)} is too small (TOO_SMALL) to find people like its own.`,
		{
			field: 'Seed Audience',
			hint: `At least ${MINIMUM} of its people must have Pinterest accounts. Sync more records into it, wait a day or two for Pinterest to match them, then run this again.`,
		},
	);
}

function seedNotReady(
	seed: Audience,
	status: string | null | undefined,
	waitedMs: number,
): PinterestAdsError {
	const waited = waitedMs > 0 ? ` after ${inWords(waitedMs)}` : '';
	return new PinterestAdsError(
		'unavailable',
		`The audience ${nameOf(seed)} is not READY${waited}: Pinterest is still matching it (${status ?? 'no status'}).`,
		{
			field: 'Seed Audience',
			retryAfterMs: COME_BACK_MS,
			hint: 'Pinterest needs up to 24 to 48 hours after a sync. Run this again in an hour or later, or tomorrow; it makes the actalike audience as soon as the seed is READY, and never a second one.',
		},
	);
}
