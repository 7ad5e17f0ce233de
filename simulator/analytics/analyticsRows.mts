import { row, type Subject } from './columns.mts';
import type { Facts } from '../world/facts.mts';
import { addFacts, factsOf, isNothing, noFacts, partOf, type Windows } from '../world/metrics.mts';
import { DAY_MS } from '../world/tokens.mts';
import type { Ad, AdEntity, Body, World } from '../world/world.mts';

export type Level = 'AD_ACCOUNT' | 'CAMPAIGN' | 'AD_GROUP' | 'AD';
export type Granularity = 'TOTAL' | 'DAY' | 'HOUR' | 'WEEK' | 'MONTH';

/** First and last day, both included, counted since 1970. */
export interface Span {
	from: number;
	to: number;
}

export interface Question {
	accountId: string;
	level: Level;
	/** Without: every entity of the level. */
	ids?: readonly string[];
	/** Further restricts which ads count, by ad id. */
	only?: (adId: string) => boolean;
	/** The part of an ad's facts that counts; all of them where it is left out. */
	part?: (ad: Ad, facts: Facts) => Facts;
	span: Span;
	granularity: Granularity;
	columns: readonly string[];
	windows: Windows;
}

export interface Row {
	id: string;
	date?: string;
	hour?: number;
	values: Body;
}

const ID_COLUMN: Record<Level, string> = {
	AD_ACCOUNT: 'AD_ACCOUNT_ID',
	CAMPAIGN: 'CAMPAIGN_ID',
	AD_GROUP: 'AD_GROUP_ID',
	AD: 'AD_ID',
};

/**
 * Rows of any level, summed up from the ads, so that every level adds up to the one above it. Times
 * in which nothing happened have no row.
 */
export function rowsOf(world: World, question: Question): Row[] {
	const { level, ids, columns } = question;
	const groups = new Map<string, { subject: Subject; ads: Ad[] }>();
	for (const ad of world.ads.values()) {
		if (ad.ad_account_id !== question.accountId || question.only?.(ad.id) === false) continue;
		const subject = subjectOf(world, ad, level);
		const id = String((subject.ad ?? subject.adGroup ?? subject.campaign ?? subject.account).id);
		if (ids && !ids.includes(id)) continue;
		const group = groups.get(id) ?? { subject, ads: [] };
		group.ads.push(ad);
		groups.set(id, group);
	}
	const rows: Row[] = [];
	for (const [id, { subject, ads }] of groups) {
		for (const [period, facts] of sums(ads, question)) {
			if (isNothing(facts)) continue;
			const [date, hour] = period.split(' ');
			const values = row(columns, facts, subject, hour !== undefined);
			rows.push({
				id,
				date: date || undefined,
				hour: hour === undefined ? undefined : Number(hour),
				values: { [ID_COLUMN[level]]: id, ...values },
			});
		}
	}
	return rows;
}

function sums(
	ads: readonly Ad[],
	{ span, granularity, windows, part = (_, facts) => facts }: Question,
): Map<string, Facts> {
	const byPeriod = new Map<string, Facts>();
	const add = (period: string, facts: Facts) => {
		const sum = byPeriod.get(period) ?? noFacts();
		addFacts(sum, facts);
		byPeriod.set(period, sum);
	};
	for (let day = span.from; day <= span.to; day++) {
		for (const ad of ads) {
			const facts = part(ad, factsOf(ad, day, windows));
			if (isNothing(facts)) continue;
			if (granularity !== 'HOUR') add(periodOf(day, granularity), facts);
			else {
				for (let hour = 0; hour < 24; hour++) {
					add(`${periodOf(day, 'DAY')} ${hour}`, partOf(facts, hour, 24));
				}
			}
		}
	}
	return byPeriod;
}

/** The period's first day (a week begins on Monday); none for the total. */
function periodOf(day: number, granularity: Granularity): string {
	if (granularity === 'TOTAL') return '';
	const date = new Date(day * DAY_MS);
	if (granularity === 'WEEK') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
	if (granularity === 'MONTH') date.setUTCDate(1);
	return date.toISOString().slice(0, 10);
}

const flat = (entity: AdEntity | undefined): Body | undefined =>
	entity && { ...entity.fields, id: entity.id, status: entity.status };

function subjectOf(world: World, ad: Ad, level: Level): Subject {
	const account = { id: ad.ad_account_id };
	if (level === 'AD_ACCOUNT') return { account };
	const adGroup = world.adGroups.get(String(ad.fields.ad_group_id));
	const campaign = flat(world.campaigns.get(String(adGroup?.fields.campaign_id)));
	if (level === 'CAMPAIGN') return { account, campaign };
	if (level === 'AD_GROUP') return { account, campaign, adGroup: flat(adGroup) };
	return { account, campaign, adGroup: flat(adGroup), ad: flat(ad) };
}
