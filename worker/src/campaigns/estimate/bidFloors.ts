import { clientOf } from '../../client/client';
import { listField, numberField, objectOf, plainText, type Field } from '../../client/readers';
import type { WorkerContext } from '../../context';
import type { BidFloorRequest, BidFloors, TargetingSpec, Unread } from '../../pinterest/types';

/** The objectives that the operation takes. Schema `ObjectiveType`. */
const OBJECTIVES = [
	'AWARENESS',
	'CONSIDERATION',
	'WEB_CONVERSION',
	'CATALOG_SALES',
	'VIDEO_COMPLETION',
];

/** Of one that it does not take, nothing is said. */
export const floorObjective = (objective_type: string) =>
	OBJECTIVES.includes(objective_type) ? { objective_type } : {};

/** Metro codes are in the US; regions and postal codes begin with their country. */
export function countriesOf({ LOCATION, GEO }: Unread<TargetingSpec>): string[] {
	const places = [LOCATION, GEO].flatMap((list) =>
		Array.isArray(list) ? list.map(plainText) : [],
	);
	return [...new Set(places.map((place) => (/^\d/.test(place) ? 'US' : place.slice(0, 2))))];
}

const floorField: Field<number | null> = {
	...numberField,
	read: (value) => (value === null ? null : numberField.read(value)),
};

const readFloors = objectOf<BidFloors>('a list of bid floors', {
	bid_floors: listField(floorField, 'not a list of numbers'),
});

/**
 * The least that Pinterest takes as a bid, in micro-currency: one for each specification, null where there is none.
 * Operation `ad_groups_bid_floor/get`.
 */
export async function bidFloors(
	{ context, adAccountId }: { readonly context: WorkerContext; readonly adAccountId: string },
	body: BidFloorRequest,
): Promise<readonly unknown[]> {
	const { bid_floors } = await clientOf(context).call(
		{
			method: 'POST',
			path: `/ad_accounts/${adAccountId}/bid_floor`,
			body,
			category: 'ads_read',
			doing: 'read the bid floors',
		},
		readFloors,
	);
	return bid_floors ?? [];
}
