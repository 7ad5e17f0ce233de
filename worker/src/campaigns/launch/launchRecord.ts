import type { Fields } from '../../entities';
import type { LaunchAdGroup, Launch, LaunchEntity } from './launch';

/** Ids by level. */
export interface IdsByLevel {
	readonly campaigns: string[];
	readonly ad_groups: string[];
	readonly ads: string[];
	/** Where the launch promotes product groups. */
	readonly promotions?: string[];
}

/** A launch that exists as a whole. */
export interface LaunchRecord {
	/** Of the campaign. */
	readonly id: string;
	readonly ad_account_id: string;
	/** ISO 4217 of the amounts, where it was known anyway. */
	readonly currency?: string;
	/** What everything is now: PAUSED if anything is. */
	readonly status: 'ACTIVE' | 'PAUSED';
	/** Pinterest's fields as they come. */
	readonly campaign: Fields;
	/** Each with its `ads` and `keywords`, and with its `promotions` where it promotes product groups. */
	readonly ad_groups: Fields[];
	/** By this run. */
	readonly created: IdsByLevel;
	/** What existed before. */
	readonly found: IdsByLevel;
	/** What was switched on by this run. */
	readonly activated: IdsByLevel;
	/** Whether Pinterest's lists show all that was created; only where the launch has waited for that. */
	readonly listed?: boolean;
	/** What the user should know, in plain words. */
	readonly warnings: string[];
}

/** What everything is: PAUSED if anything is. */
export const statusOf = ({ entities }: Launch): LaunchRecord['status'] =>
	entities.every(({ status }) => status === 'ACTIVE') ? 'ACTIVE' : 'PAUSED';

/** What is to be said of a launch that exists as a whole, each thing once. */
export const warningsOf = (launch: Launch): string[] => [
	...new Set([...launch.entities.flatMap(({ warnings }) => warnings), ...runningAlready(launch)]),
];

export function launchRecord(launch: Launch): LaunchRecord {
	const { account, campaign, adGroups } = launch;
	const { currency } = account;
	return {
		id: String(campaign.existing?.id),
		ad_account_id: account.id,
		...(currency === undefined ? {} : { currency }),
		status: statusOf(launch),
		campaign: { ...campaign.existing },
		ad_groups: adGroups.map(adGroupRecord),
		created: idsOf(launch, ({ isCreated }) => isCreated),
		found: idsOf(launch, ({ isCreated }) => !isCreated),
		activated: idsOf(launch, ({ activation }) => activation === 'done'),
		...(launch.isListed === undefined ? {} : { listed: launch.isListed }),
		warnings: warningsOf(launch),
	};
}

export const adGroupRecord = ({ existing, ads, promotions, keywords }: LaunchAdGroup): Fields => ({
	...existing,
	keywords,
	ads: ads.map((ad) => ({ ...ad.existing })),
	...(promotions.length === 0
		? {}
		: { promotions: promotions.map((one) => ({ ...one.existing })) }),
});

export function idsOf(
	{ campaign, adGroups, ads, promotions }: Launch,
	which: (entity: LaunchEntity) => boolean,
): IdsByLevel {
	const ids = (entities: readonly LaunchEntity[]) =>
		entities.filter(which).map(({ existing }) => String(existing?.id));
	return {
		...{ campaigns: ids([campaign]), ad_groups: ids(adGroups), ads: ids(ads) },
		...(promotions.length === 0 ? {} : { promotions: ids(promotions) }),
	};
}

/** A launch switches on, never off. */
function runningAlready({ wanted, entities, isCopy }: Launch): string[] {
	if (wanted === 'ACTIVE') return [];
	return entities
		.filter(({ status }) => status === 'ACTIVE')
		.map(
			({ kind, existing }) =>
				`The ${kind.noun} ${existing?.id} is ACTIVE already. A ${isCopy ? 'second run' : 'launch'} does not pause what exists; use Update for that.`,
		);
}
