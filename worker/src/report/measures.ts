import type { Sense } from './changes';

/** A column of the rows that stands for spend, impressions and so on. */
export interface Measure {
	readonly key: string;
	readonly label: string;
	readonly money: boolean;
}

export const MEASURES = [
	'spend',
	'impressions',
	'clicks',
	'conversions',
	'conversion_value',
] as const;
export type MeasureName = (typeof MEASURES)[number];
/** Whether more of it is better. What is spent is neither good nor bad by itself. */
export const senseOf = (name: MeasureName): Sense => (name === 'spend' ? 'neither' : 'more');

export type Measures = Partial<Record<MeasureName, Measure>>;

/** The four that are drawn over time. */
export const DRAWN = ['spend', 'impressions', 'clicks', 'conversions'] as const;

/** The columns that a measure is taken from: the first one that the rows have, under its own label. */
const SOURCES: Readonly<Record<MeasureName, ReadonlyArray<readonly [key: string, label: string]>>> =
	{
		spend: [['spend', 'Spend']],
		impressions: [
			['total_impression', 'Impressions'],
			['paid_impression', 'Paid impressions'],
			['impression_1', 'Paid impressions'],
		],
		clicks: [
			['total_clickthrough', 'Clicks'],
			['clickthrough_1', 'Paid clicks'],
			['outbound_click_1', 'Outbound clicks'],
		],
		conversions: [
			['total_conversions', 'Conversions'],
			['total_checkout', 'Checkouts'],
			['total_web_checkout', 'Web checkouts'],
			['total_lead', 'Leads'],
			['total_signup', 'Sign-ups'],
		],
		conversion_value: [
			['total_conversions_value', 'Conversion value'],
			['total_checkout_value', 'Checkout value'],
			['total_web_checkout_value', 'Web checkout value'],
		],
	};

export function measuresIn(keys: readonly string[]): Measures {
	const measures: Measures = {};
	for (const name of MEASURES) {
		const source = SOURCES[name].find(([key]) => keys.includes(key));
		if (source === undefined) continue;
		const money = name === 'spend' || name === 'conversion_value';
		measures[name] = { key: source[0], label: source[1], money };
	}
	return measures;
}
