import { clientOf } from '../../../client/client';
import { listField, numberField, objectOf, plainText, type Field } from '../../../client/readers';
import type { BidFloorRequest, BidFloors, BidFloorSpec } from '../../../pinterest/types';
import type { Entity } from '../../../entities';
import { formatMicro } from '../../../values/money';
import { bidsByItself, type BidStrategy } from '../../campaign/objectiveRules';
import {
	called,
	finding,
	microOf,
	subjectOf,
	targetingOf,
	type Finding,
	type Subject,
} from '../finding';
import { notChecked, tried, type Scope } from '../diagnosisReads';

/** The objectives that the operation takes. Schema `ObjectiveType`. */
const OBJECTIVES = [
	'AWARENESS',
	'CONSIDERATION',
	'WEB_CONVERSION',
	'CATALOG_SALES',
	'VIDEO_COMPLETION',
];

/** Whether ad groups bid less than Pinterest takes, with one request for all. Operation `ad_groups_bid_floor/get`. */
export async function bidFloorFindings(
	scope: Scope,
	subject: Subject,
	campaign: Entity,
	adGroups: readonly Entity[],
): Promise<Finding[]> {
	const { currency } = scope;
	const bidding = adGroups.filter((adGroup) => bidsItself(adGroup, campaign));
	if (bidding.length === 0 || currency === undefined) return [];
	const specs = bidding.map((adGroup) => specOf(adGroup, campaign, currency));
	const asked = await tried(floors(scope, specs));
	if (!asked.ok) return [notChecked(subject, 'whether its bids reach the floor', asked.error)];
	return bidding.flatMap((adGroup, n) => {
		const floor = asked.record[n];
		const bid = microOf(adGroup, 'bid_in_micro_currency');
		if (typeof floor !== 'number' || bid === undefined || bid >= floor) return [];
		const own = subjectOf('ad_group', adGroup);
		const message = `${called(own)}: the bid of ${formatMicro(bid, currency)} is below Pinterest’s floor of ${formatMicro(floor, currency)}.`;
		return [finding(own, 'slows', 'bid_below_floor', message)];
	});
}

const bidsItself = (adGroup: Entity, campaign: Entity): boolean =>
	microOf(adGroup, 'bid_in_micro_currency') !== undefined &&
	typeof adGroup.billable_event === 'string' &&
	!bidsByItself(
		String(campaign.objective_type),
		(adGroup.bid_strategy_type ?? undefined) as BidStrategy | undefined,
	);

/** Of what Pinterest itself has said of them. */
function specOf(adGroup: Entity, campaign: Entity, currency: string): BidFloorSpec {
	const objective_type = String(campaign.objective_type);
	const countries = countriesOf(adGroup);
	return {
		billable_event: String(adGroup.billable_event),
		currency,
		...(OBJECTIVES.includes(objective_type) ? { objective_type } : {}),
		...(countries.length === 0 ? {} : { countries }),
	};
}

/** Metro codes are in the US; regions and postal codes begin with their country. */
function countriesOf(adGroup: Entity): string[] {
	const { LOCATION, GEO } = targetingOf(adGroup);
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

async function floors(
	{ context, adAccountId }: Scope,
	bid_floor_specs: readonly BidFloorSpec[],
): Promise<readonly unknown[]> {
	const { bid_floors } = await clientOf(context).call(
		{
			method: 'POST',
			path: `/ad_accounts/${adAccountId}/bid_floor`,
			body: { bid_floor_specs } satisfies BidFloorRequest,
			category: 'ads_read',
			doing: 'read the bid floors',
		},
		readFloors,
	);
	return bid_floors ?? [];
}
