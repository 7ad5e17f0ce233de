import { createHmac, timingSafeEqual } from 'node:crypto';
import { DAY_MS, readMoment } from '../../values/time';
import {
	DASHBOARD_PERIODS,
	PRESSED,
	type DashboardPeriod,
	type Pressed,
	type PressedOutcome,
} from './dashboardInput';
import { spansOf } from './model/periods';

/** What a browser has sent: its address, and the fields of a form. */
export interface BrowserRequest {
	readonly query?: Readonly<Record<string, unknown>>;
	/** Of a form that was posted; undefined where a page was asked for. */
	readonly form?: Readonly<Record<string, unknown>>;
}

/** What is wanted, and from when on the tables are read for it. */
export interface DashboardRequest {
	readonly wants: 'page' | 'diagnosis' | 'sync' | 'sync_all' | 'nothing';
	readonly period: DashboardPeriod;
	/** The audience to sync; empty for the others. */
	readonly audience_key: string;
	/** The campaign that Pinterest is asked about; empty for the others. */
	readonly campaign_id: string;
	/** What came of a button, where the address says so. */
	readonly pressed: Pressed | null;
	/** The first day whose figures are needed, as `YYYY-MM-DD`. */
	readonly metrics_from: string;
	/** From when on conversions are counted, ISO 8601 UTC. */
	readonly conversions_from: string;
}

/** An address that is opened again later has no news. */
const NEWS_MS = 15 * 60_000;
const LONGEST_KEY = 500;

/**
 * Reads what a browser wants; whatever cannot be read is left out, so that every address gives a page.
 * @param secret of the instance, for `formKey`
 */
export function readDashboardRequest(
	{ query = {}, form }: BrowserRequest,
	secret: string,
	now: number,
): DashboardRequest {
	const period = periodIn(query.period);
	const base = {
		...{ period, audience_key: '', campaign_id: '', pressed: null },
		metrics_from: spansOf(period, now).first,
		conversions_from: new Date(now - DAY_MS).toISOString(),
	};
	if (form === undefined) {
		const campaignId = textIn(query.why);
		const isId = /^\d{1,30}$/.test(campaignId);
		return {
			...base,
			wants: isId ? 'diagnosis' : 'page',
			campaign_id: isId ? campaignId : '',
			pressed: pressedIn(query, now),
		};
	}
	if (!isOwnKey(textIn(form.key), secret, now)) {
		return { ...base, wants: 'nothing', pressed: { outcome: 'stale', audienceKey: '' } };
	}
	if (textIn(form.sync_all) !== '') return { ...base, wants: 'sync_all' };
	const key = textIn(form.sync);
	if (key !== '') return { ...base, wants: 'sync', audience_key: key };
	return { ...base, wants: 'nothing', pressed: { outcome: 'unknown', audienceKey: '' } };
}

/**
 * Where a browser is sent after a button, so that a reload asks for the page and presses nothing.
 * @returns relative to the page: a query alone
 */
export function dashboardAddress(
	period: DashboardPeriod,
	{ outcome, audienceKey }: Pressed,
	now: number,
): string {
	const query = new URLSearchParams({ period: String(period), done: outcome });
	if (audienceKey !== '') query.set('audience', audienceKey);
	query.set('at', String(Math.floor(now / 1000)));
	return `?${query.toString()}`;
}

/** The words for what came of a sync; anything else that it says is a failure. */
export const pressedOutcome = (outcome: unknown): PressedOutcome =>
	PRESSED.find((one) => one === outcome) ?? 'failed';

/** A key for the buttons of a page: those of another site do not know it. It is good for today and tomorrow. */
export const formKey = (secret: string, now: number): string =>
	createHmac('sha256', secret)
		.update(String(Math.floor(now / DAY_MS)))
		.digest('base64url');

function isOwnKey(key: string, secret: string, now: number): boolean {
	const given = Buffer.from(key);
	return [now, now - DAY_MS].some((day) => {
		const own = Buffer.from(formKey(secret, day));
		return own.length === given.length && timingSafeEqual(own, given);
	});
}

function pressedIn(query: Readonly<Record<string, unknown>>, now: number): Pressed | null {
	const outcome = PRESSED.find((one) => one === query.done);
	const at = readMoment(textIn(query.at));
	if (outcome === undefined || at === undefined || Math.abs(now - at) > NEWS_MS) return null;
	return { outcome, audienceKey: textIn(query.audience) };
}

const periodIn = (value: unknown): DashboardPeriod =>
	DASHBOARD_PERIODS.find((days) => String(days) === textIn(value)) ?? DASHBOARD_PERIODS[0];

/** An address that says something twice says nothing. */
const textIn = (value: unknown): string =>
	typeof value === 'string' && value.length <= LONGEST_KEY ? value : '';
