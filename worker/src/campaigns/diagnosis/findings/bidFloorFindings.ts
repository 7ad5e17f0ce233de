import type { BidFloorSpec } from '../../../pinterest/types';
import type { Entity } from '../../../entities';
import { formatMicro } from '../../../values/money';
import { bidFloors, countriesOf, floorObjective } from '../../estimate/bidFloors';
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

/** Whether ad groups bid less than Pinterest takes, with one request for all. Operation `ad_groups_bid_floor/get`. */
export async function bidFloorFindings(
	scope: Scope,
	subject: Subject,
	campaign: Entity,
	adGroups: readonly Entity[],
): Promise<Finding[]> {
	const { currency } = scope;
	const bidding = biddingOnes(campaign, adGroups);
	if (bidding.length === 0 || currency === undefined) return [];
	const specs = floorSpecs(campaign, adGroups, currency);
	const asked =
		scope.shared?.floors(specs) ?? (await tried(bidFloors(scope, { bid_floor_specs: specs })));
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

const biddingOnes = (campaign: Entity, adGroups: readonly Entity[]) =>
	adGroups.filter((adGroup) => bidsItself(adGroup, campaign));

/** What is asked of the floors: one for each ad group that bids, in their order. */
export const floorSpecs = (
	campaign: Entity,
	adGroups: readonly Entity[],
	currency: string,
): BidFloorSpec[] =>
	biddingOnes(campaign, adGroups).map((adGroup) => specOf(adGroup, campaign, currency));

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
	const countries = countriesOf(targetingOf(adGroup));
	return {
		billable_event: String(adGroup.billable_event),
		currency,
		...floorObjective(objective_type),
		...(countries.length === 0 ? {} : { countries }),
	};
}
