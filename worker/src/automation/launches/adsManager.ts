/**
 * Addresses in Ads Manager, as its address bar shows them. Pinterest documents none of them: where it takes no notice of
 * the IDs any more, the table of the ad account is shown all the same.
 */

const TABLES = {
	campaign: ['campaigns', 'campaignIds'],
	adGroup: ['adgroups', 'adGroupIds'],
	ad: ['ads', 'adIds'],
} as const;

/** Ads Manager with some campaigns, ad groups or ads. */
export function inAdsManager(
	adAccountId: string,
	of: keyof typeof TABLES,
	ids: readonly string[],
): string {
	const [table, parameter] = TABLES[of];
	const account = encodeURIComponent(adAccountId);
	return `https://ads.pinterest.com/advertiser/${account}/reporting/${table}/?${parameter}=${ids.map(encodeURIComponent).join(',')}`;
}

export const pinAddress = (id: string): string =>
	`https://www.pinterest.com/pin/${encodeURIComponent(id)}/`;
