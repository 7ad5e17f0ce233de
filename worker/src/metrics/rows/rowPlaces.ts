import { PinterestAdsError } from '../../client/errors';
import type { MeasuredEntity } from '../measuredEntities';

/** Where an entity's rows come in the result: the ids in the order in which they were asked for. */
export interface Places {
	readonly exact: ReadonlyMap<string, number>;
	/** By the ids as numbers; undefined where two are the same number. */
	readonly rounded: ReadonlyMap<number, number | undefined>;
}

export function placesOf(entities: readonly MeasuredEntity[]): Places {
	const rounded = new Map<number, number | undefined>();
	for (const [place, { id }] of entities.entries()) {
		rounded.set(Number(id), rounded.has(Number(id)) ? undefined : place);
	}
	return { exact: new Map(entities.map(({ id }, place) => [id, place])), rounded };
}

/**
 * Breakdowns come with ids as numbers, and a number of more than some 16 digits has lost the last ones.
 * @throws PinterestAdsError `unavailable` where it could be more than one of the ids
 */
export function placeOf({ exact, rounded }: Places, id: unknown): number | undefined {
	const place = exact.get(String(id));
	if (place !== undefined || typeof id !== 'number' || Number.isSafeInteger(id)) return place;
	if (rounded.has(id) && rounded.get(id) === undefined) {
		throw new PinterestAdsError(
			'unavailable',
			`Could not get the metrics: Pinterest’s answer names an ID only as about ${id}.`,
			{ hint: 'Ask for fewer IDs at a time.' },
		);
	}
	return rounded.get(id);
}
