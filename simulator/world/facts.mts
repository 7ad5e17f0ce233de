/** What happened to one ad in one day or hour. All whole numbers, so that sums add up exactly. */
export interface Facts {
	spendMicro: number;
	impressions: number;
	earnedImpressions: number;
	clicks: number;
	earnedClicks: number;
	outboundClicks: number;
	saves: number;
	engagements: number;
	videoViews: number;
	videoCompletions: number;
	clickCheckouts: number;
	viewCheckouts: number;
	checkoutValueMicro: number;
	signups: number;
	leads: number;
	pageVisits: number;
	addToCarts: number;
}
