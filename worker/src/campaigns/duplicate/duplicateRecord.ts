import { plainText } from '../../client/readers';
import type { Fields } from '../../entities';
import { inAdsManager } from '../../values/address';
import type { Launch } from '../launch/launch';
import {
	adGroupRecord,
	idsOf,
	statusOf,
	warningsOf,
	type IdsByLevel,
} from '../launch/launchRecord';
import type { Findings, NotCarried } from './notCarried';

/** A copy that exists as a whole. */
export interface DuplicateRecord {
	readonly name: string;
	/** What everything is now: PAUSED if anything is. */
	readonly status: 'ACTIVE' | 'PAUSED';
	/** Of the copy. */
	readonly ad_group_count: number;
	readonly ad_count: number;
	readonly keyword_count: number;
	/** Of product groups. */
	readonly promotion_count: number;
	/** The copy in Ads Manager. */
	readonly url: string;
	/** What the user should know, in plain words: first what may cost money or reach other people. */
	readonly warnings: string[];
	/** What the original has and the copy has not. */
	readonly not_carried: NotCarried[];
	/** Whether all of it existed before this run, which then has created nothing. */
	readonly found_again: boolean;
	/** Whether Pinterest's lists show all that was created; only where it has waited for that. */
	readonly listed?: boolean;
	readonly copied_from: {
		readonly name: string;
		readonly campaign_id: string;
		readonly ad_account_id: string;
	};
	/** Pinterest's fields as they come, with the `keywords` of the campaign. */
	readonly campaign: Fields;
	/** Each with its `ads` and `keywords`, and with its `promotions` where it promotes product groups. */
	readonly ad_groups: Fields[];
	/** By this run. */
	readonly created: IdsByLevel;
	/** What existed before. */
	readonly found: IdsByLevel;
	/** ISO 4217 of the amounts, where it was known anyway. */
	readonly currency?: string;
	readonly ad_account_id: string;
	/** Of the copy's campaign. */
	readonly id: string;
}

export function duplicateRecord(
	launch: Launch,
	findings: Findings,
	from: DuplicateRecord['copied_from'],
): DuplicateRecord {
	const { account, campaign, adGroups, ads, promotions, entities } = launch;
	const id = String(campaign.existing?.id);
	// As it was asked for, where an odd answer has none.
	const name = plainText(campaign.existing?.name) || plainText(campaign.draft?.body.name);
	const isFoundAgain = entities.every(({ isCreated }) => !isCreated);
	const again = `Nothing was created: the ad account ${account.id} has the copy “${name}” already. For another copy give another Name.`;
	const keywords = [campaign, ...adGroups].flatMap((parent) => parent.keywords);
	return {
		name,
		status: statusOf(launch),
		ad_group_count: adGroups.length,
		ad_count: ads.length,
		keyword_count: keywords.length,
		promotion_count: promotions.length,
		url: inAdsManager(account.id, 'campaign', [id]),
		warnings: [
			...findings.warnings,
			...(isFoundAgain && keywords.every(({ added }) => !added) ? [again] : []),
			...warningsOf(launch),
		],
		not_carried: findings.notCarried,
		found_again: isFoundAgain,
		...(launch.isListed === undefined ? {} : { listed: launch.isListed }),
		copied_from: from,
		campaign: { ...campaign.existing, keywords: campaign.keywords },
		ad_groups: adGroups.map(adGroupRecord),
		created: idsOf(launch, ({ isCreated }) => isCreated),
		found: idsOf(launch, ({ isCreated }) => !isCreated),
		...(account.currency === undefined ? {} : { currency: account.currency }),
		ad_account_id: account.id,
		id,
	};
}
