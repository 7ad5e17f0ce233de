import { ok, type Call, type Handler } from '../api/call.mts';
import { DAY_MS } from '../world/tokens.mts';
import type { Body, QualityScore, ReceivedEvent } from '../world/world.mts';

/** Pinterest's names for what an event may carry, and where an event has it. */
const COMPONENTS: Readonly<Record<string, (event: Body) => unknown>> = {
	hashed_email: ({ user_data }) => (user_data as Body).em,
	click_id_epik: ({ user_data }) => (user_data as Body).click_id,
	ip_address: ({ user_data }) => (user_data as Body).client_ip_address,
	user_agent: ({ user_data }) => (user_data as Body).client_user_agent,
	advertiser_external_id: ({ user_data }) => (user_data as Body).external_id,
	hashed_maid: ({ user_data }) => (user_data as Body).hashed_maids,
	external_event_id: ({ event_id }) => event_id,
	order_id: (event) => customOf(event).order_id,
	order_value: (event) => customOf(event).value,
	product_id: (event) => customOf(event).content_ids,
	source_url: ({ event_source_url }) => event_source_url,
};

const customOf = (event: Body) => (event.custom_data ?? {}) as Body;

const PLATFORMS: Readonly<Record<string, string>> = {
	web: 'WEB',
	app_ios: 'MOBILE_IOS',
	app_android: 'MOBILE_ANDROID',
	offline: 'OFFLINE',
};

/** Those that tell who it was. */
const IDENTIFYING = ['hashed_email', 'click_id_epik', 'ip_address', 'advertiser_external_id'];

/**
 * `conversion_eqs/list`. What Pinterest rates by is not published. Here: each component covers the percentage of the
 * period's events, by the time that they were received, that carry it; and a source is GOOD where its events have
 * two of email, click ID, IP address and external ID on average, FAIR where they have one and a half. Tests and
 * duplicates do not count. Where a test has planted scores for the ad account, those are answered instead.
 */
export const listEventQuality: Handler = (call) => {
	const { lookback_period: period } = call.query as { lookback_period: string };
	const planted = [...call.sim.world.qualityScores.values()].filter(
		(score) => score.ad_account_id === call.account.id,
	);
	const scores =
		planted.length > 0
			? planted
					.filter(({ lookback_period: own }) => own === undefined || own === period)
					.map((score) => bodyOf(score, period))
			: scoresOf(call, period);
	return ok(
		scores.filter((score) =>
			['source_platform', 'ingestion_source'].every(
				(name) => call.query[name] === undefined || call.query[name] === score[name],
			),
		),
	);
};

const bodyOf = (
	{ id: _, ad_account_id: __, ...score }: QualityScore,
	lookback_period: string,
): Body => ({ ...score, lookback_period });

function scoresOf({ sim, account }: Call, lookback_period: string): Body[] {
	const since = sim.clock.now() - Number.parseInt(lookback_period) * DAY_MS;
	const events = sim.world.events.filter(
		({ ad_account_id, receivedAt, test, duplicate }) =>
			ad_account_id === account.id && receivedAt > since && !test && !duplicate,
	);
	const platforms = new Set(events.map(platformOf));
	return [...platforms].map((source_platform) => {
		const own = events.filter((event) => platformOf(event) === source_platform);
		return {
			...{ ingestion_source: 'CONVERSIONS_API', source_platform, lookback_period },
			overall_status: statusOf(own),
			quality_components: componentsOf(own),
		};
	});
}

const platformOf = ({ event }: ReceivedEvent) => PLATFORMS[String(event.action_source)];

const has = (component: string, { event }: ReceivedEvent): boolean => {
	const value = COMPONENTS[component](event);
	return value !== undefined && value !== null && value !== '';
};

function statusOf(events: readonly ReceivedEvent[]): string {
	const carried = events.map((event) => IDENTIFYING.filter((name) => has(name, event)).length);
	const average = carried.reduce((sum, count) => sum + count, 0) / events.length;
	return average >= 2 ? 'GOOD' : average >= 1.5 ? 'FAIR' : 'NEEDS_IMPROVEMENT';
}

function componentsOf(events: readonly ReceivedEvent[]): Body {
	const names = [...new Set(events.map(({ event }) => String(event.event_name)))];
	return Object.fromEntries(
		Object.keys(COMPONENTS).map((component) => [
			component,
			Object.fromEntries(
				names.map((name) => {
					const own = events.filter(({ event }) => event.event_name === name);
					const carrying = own.filter((event) => has(component, event)).length;
					const coverage = Math.round((1000 * carrying) / own.length) / 10;
					return [name.toUpperCase(), { coverage, issues: [] }];
				}),
			),
		]),
	);
}
