import { deliveredOn } from './delivery.mts';
import type { Facts } from './facts.mts';
import type { Ad } from './world.mts';

const NAMES: ReadonlyArray<keyof Facts> = [
	'spendMicro',
	'impressions',
	'earnedImpressions',
	'clicks',
	'earnedClicks',
	'outboundClicks',
	'saves',
	'engagements',
	'videoViews',
	'videoCompletions',
	'clickCheckouts',
	'viewCheckouts',
	'checkoutValueMicro',
	'signups',
	'leads',
	'pageVisits',
	'addToCarts',
];
/** Conversion counts, in per cent, that a window of so many days catches. */
const WINDOW_SHARE: Record<number, number> = { 0: 0, 1: 40, 7: 70, 14: 85, 30: 100, 60: 110 };

export interface Windows {
	click: number;
	view: number;
}

export const noFacts = (): Facts =>
	Object.fromEntries(NAMES.map((name) => [name, 0])) as unknown as Facts;

export function addFacts(sum: Facts, more: Facts): void {
	for (const name of NAMES) sum[name] += more[name];
}

export const isNothing = (facts: Facts) => NAMES.every((name) => facts[name] === 0);

/**
 * The ground truth: a function of the ad's id and the day, and of the attribution windows. Numbers
 * set by a test stand as they are.
 */
export function factsOf(ad: Ad, day: number, windows: Windows): Facts {
	const known = ad.facts?.[day];
	if (known) return { ...noFacts(), ...known };
	if (!deliveredOn(ad, day)) return noFacts();
	const noise = hash(`${ad.id} ${day}`);
	const part = (shift: number, range: number) => ((noise >>> shift) % range) + 1;
	const impressions = 1000 + (noise % 9000);
	const clicks = Math.floor(impressions / (40 + part(3, 60)));
	const share = (count: number, days: number) =>
		Math.floor((count * (WINDOW_SHARE[days] ?? 100)) / 100);
	const clickCheckouts = share(Math.floor(clicks / (4 + part(7, 8))), windows.click);
	const viewCheckouts = share(part(9, 4), windows.view);
	const saves = Math.floor(impressions / 150);
	return {
		spendMicro: clicks * (250_000 + part(11, 400_000)),
		impressions,
		earnedImpressions: Math.floor(impressions / 10),
		clicks,
		earnedClicks: Math.floor(clicks / 12),
		outboundClicks: Math.floor((clicks * 8) / 10),
		saves,
		engagements: clicks + saves + part(5, 20),
		videoViews: Math.floor(impressions / 3),
		videoCompletions: Math.floor(impressions / 12),
		clickCheckouts,
		viewCheckouts,
		checkoutValueMicro: (clickCheckouts + viewCheckouts) * (20_000_000 + part(13, 60) * 1_000_000),
		signups: share(Math.floor(clicks / 20), windows.click),
		leads: share(Math.floor(clicks / 30), windows.click),
		pageVisits: share(Math.floor((clicks * 9) / 10), windows.click),
		addToCarts: share(Math.floor(clicks / 6), windows.click),
	};
}

/** Facts spread over so many parts; the rest that does not divide falls into the first ones. */
export function partOf(whole: Facts, part: number, parts: number): Facts {
	const spread = noFacts();
	for (const name of NAMES) {
		spread[name] = Math.floor(whole[name] / parts) + (part < whole[name] % parts ? 1 : 0);
	}
	return spread;
}

/** FNV-1a. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value >>> 0;
}
