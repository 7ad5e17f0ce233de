/** The account that is measured: whole numbers made from campaign and day, so that sums can be checked. */
export const AD_ACCOUNT = '549755885175';
export const CAMPAIGNS = Number(process.env.BENCH_CAMPAIGNS ?? 1_000);
const FIRST_ID = 626735565838000001n;

export const idOf = (campaign: number): string => String(FIRST_ID + BigInt(campaign));
export const campaignOf = (id: string): number => Number(BigInt(id) - FIRST_ID);

/** Never nothing, so that no row is left out. */
export const impressionsOf = (campaign: number, day: number): number =>
	1_000 + ((campaign * 7_919 + day * 104_729) % 9_000);

/** What all rows' impressions add up to, whatever the first day is. */
export function allImpressions(days: number): number {
	let sum = 0;
	for (let campaign = 0; campaign < CAMPAIGNS; campaign++) {
		for (let day = 0; day < days; day++) sum += impressionsOf(campaign, day);
	}
	return sum;
}
