import { ok, type Call, type Handler } from '../api/call.mts';
import {
	rowsOf,
	type Granularity,
	type Level,
	type Question,
	type Row,
	type Span,
} from './analyticsRows.mts';
import { dayOf } from '../world/delivery.mts';
import { breach, notFound } from '../api/refusal.mts';
import type { Body } from '../world/world.mts';

const SYNC_BACK = 90;
const HOURLY_BACK = 8;
const HOURLY_RANGE = 3;

/** The first and last day that a request names, judged against how far its endpoint goes. */
export function spanOf(
	call: Call,
	dates: { start_date: unknown; end_date: unknown },
	limits: { back: number; range: number },
): Span {
	const [from, to] = [dates.start_date, dates.end_date].map((date) => {
		const ms = Date.parse(`${String(date)}T00:00:00Z`);
		if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
			throw breach('start_date and end_date must be days of the calendar.', 400);
		}
		return dayOf(ms);
	});
	if (to < from) throw breach('end_date is before start_date.', 400);
	const today = dayOf(call.sim.clock.now());
	if (from < today - limits.back) {
		throw breach(`start_date is more than ${limits.back} days back.`, 400);
	}
	if (to - from > limits.range) throw breach(`The range is above ${limits.range} days.`, 400);
	return { from, to };
}

function analytics(level: Level, idsName?: string): Handler {
	return (call) => {
		const question = questionOf(call, level, idsName);
		return ok(rowsOf(call.sim.world, question).map(withTime));
	};
}

/** What a request to a synchronous endpoint asks for, judged against the endpoint's limits. */
export function questionOf(call: Call, level: Level, idsName?: string): Question {
	const { query, account } = call;
	const granularity = query.granularity as Granularity;
	const limits =
		granularity === 'HOUR'
			? { back: HOURLY_BACK, range: HOURLY_RANGE }
			: { back: SYNC_BACK, range: SYNC_BACK };
	const span = spanOf(call, query as { start_date: unknown; end_date: unknown }, limits);
	const ids = idsName === undefined ? undefined : (query[idsName] as string[]);
	if (ids) requireIds(call, level, ids);
	return {
		accountId: account.id,
		level,
		ids,
		span,
		granularity,
		columns: query.columns as string[],
		windows: {
			click: Number(query.click_window_days ?? 30),
			view: Number(query.view_window_days ?? 1),
		},
	};
}

export const withTime = ({ date, hour, values }: Row): Body => ({
	...values,
	...(date === undefined ? {} : { DATE: date }),
	...(hour === undefined ? {} : { HOUR: hour }),
});

/** An id of another account, or of nothing, is refused as a whole. */
export function requireIds(call: Call, level: Level, ids: readonly string[]): void {
	const { campaigns, adGroups, ads } = call.sim.world;
	const map = { CAMPAIGN: campaigns, AD_GROUP: adGroups, AD: ads, AD_ACCOUNT: undefined }[level];
	for (const id of ids) {
		if (map && map.get(id)?.ad_account_id !== call.account.id) throw notFound('Entity');
	}
}

export const accountAnalytics = analytics('AD_ACCOUNT');
export const campaignAnalytics = analytics('CAMPAIGN', 'campaign_ids');
export const adGroupAnalytics = analytics('AD_GROUP', 'ad_group_ids');

/** Ads may be named by their own ids, their Pins or their campaigns: one of these is needed. */
export const adAnalytics: Handler = (call) => {
	const { ad_ids, pin_ids, campaign_ids } = call.query as Record<string, string[] | undefined>;
	if (!ad_ids && !pin_ids && !campaign_ids) {
		throw breach('One of ad_ids, pin_ids and campaign_ids is needed.', 400);
	}
	const { ads, adGroups } = call.sim.world;
	if (ad_ids) requireIds(call, 'AD', ad_ids);
	if (campaign_ids) requireIds(call, 'CAMPAIGN', campaign_ids);
	const wanted = [...ads.values()].filter(
		(ad) =>
			ad.ad_account_id === call.account.id &&
			(!ad_ids || ad_ids.includes(ad.id)) &&
			(!pin_ids || pin_ids.includes(String(ad.fields.pin_id))) &&
			(!campaign_ids ||
				campaign_ids.includes(
					String(adGroups.get(String(ad.fields.ad_group_id))?.fields.campaign_id),
				)),
	);
	const query = { ...call.query, ad_ids: wanted.map((ad) => ad.id) };
	return analytics('AD', 'ad_ids')({ ...call, query });
};
