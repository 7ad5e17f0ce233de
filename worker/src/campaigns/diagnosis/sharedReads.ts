import { audiencesOf, fetchAudience, type Audience } from '../../audiences/accountAudiences';
import type { BidFloorSpec } from '../../pinterest/types';
import { succeeded, type Outcome } from '../../outcome';
import { chunksOf } from '../../values/grouping';
import { bidFloors } from '../estimate/bidFloors';
import { askEach, tried, type Answers, type Scope, type SharedReads } from './diagnosisReads';

/** So few are asked for one by one; more are found in the list of all. */
const FEW = 3;
/** Of those that the list does not have. */
const MOST_UNLISTED = 20;
const SPECS_A_REQUEST = 200;

/**
 * Reads the audiences and bid floors of many campaigns. Equal floors are asked for once.
 * @param ids of all the audiences that their ad groups include
 * @param specs of all their bids
 */
export async function readShared(
	scope: Scope,
	ids: readonly string[],
	specs: readonly BidFloorSpec[],
): Promise<SharedReads> {
	const audiences = await knownAudiences(scope, [...new Set(ids)]);
	const floors = await knownFloors(scope, [...new Set(specs.map(keyOf))]);
	return {
		audiences: (wanted) => {
			const known = new Map(
				wanted.flatMap((id) => {
					const outcome = audiences.known.get(id);
					return outcome ? [[id, outcome] as const] : [];
				}),
			);
			return { known, ended: audiences.ended, unasked: wanted.length - known.size };
		},
		floors: (wanted) =>
			floors.ok ? succeeded(wanted.map((spec) => floors.record.get(keyOf(spec)))) : floors,
	};
}

const keyOf = (spec: BidFloorSpec) => JSON.stringify(spec);

async function knownAudiences(scope: Scope, ids: readonly string[]): Promise<Answers<Audience>> {
	const fetch = async (id: string) => await fetchAudience(scope, id);
	if (ids.length <= FEW) return await askEach(ids, FEW, fetch);
	const listed = await tried(collected(scope, new Set(ids)));
	if (!listed.ok) return { known: new Map(), ended: listed.error, unasked: ids.length };
	const known = new Map<string, Outcome<Audience>>(listed.record);
	// One that is shared, or has only just been made, may exist all the same.
	const missing = ids.filter((id) => !known.has(id));
	const asked = await askEach(missing, MOST_UNLISTED, fetch);
	for (const [id, outcome] of asked.known) known.set(id, outcome);
	return { ...asked, known };
}

async function collected(scope: Scope, wanted: ReadonlySet<string>) {
	const found = new Map<string, Outcome<Audience>>();
	for await (const audience of audiencesOf(scope)) {
		if (wanted.has(audience.id)) found.set(audience.id, succeeded(audience));
		if (found.size === wanted.size) break;
	}
	return found;
}

async function knownFloors(
	scope: Scope,
	keys: readonly string[],
): Promise<Outcome<ReadonlyMap<string, unknown>>> {
	const known = new Map<string, unknown>();
	for (const some of chunksOf(keys, SPECS_A_REQUEST)) {
		const specs = some.map((key) => JSON.parse(key) as BidFloorSpec);
		const asked = await tried(bidFloors(scope, { bid_floor_specs: specs }));
		if (!asked.ok) return asked;
		for (const [n, key] of some.entries()) known.set(key, asked.record[n]);
	}
	return succeeded(known);
}
