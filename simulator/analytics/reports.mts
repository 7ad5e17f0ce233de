import { randomBytes } from 'node:crypto';
import { requireIds, spanOf } from './analytics.mts';
import type { Level } from './analyticsRows.mts';
import { bodyOf, ok, type Handler } from '../api/call.mts';
import { requireProductGroups } from './productGroups.mts';
import { breach } from '../api/refusal.mts';
import { signedUrl } from '../api/signedFiles.mts';
import type { Body, Report } from '../world/world.mts';

const ASYNC_BACK = 914;
const ASYNC_RANGE = 186;
/** By the hour a report goes no further than the synchronous endpoints. */
const HOURLY_BACK = 8;
const HOURLY_RANGE = 3;
const HOUR_MS = 3_600_000;
/** A finished report can be fetched so long after it was asked for. */
const REPORT_LIFE_MS = HOUR_MS;

/**
 * The levels that the simulator has numbers for, and whose numbers they are: a product group's are
 * part of its ad group's.
 */
export const REPORT_LEVELS: Record<string, Level> = {
	ADVERTISER: 'AD_ACCOUNT',
	CAMPAIGN: 'CAMPAIGN',
	AD_GROUP: 'AD_GROUP',
	PIN_PROMOTION: 'AD',
	PRODUCT_GROUP: 'AD_GROUP',
	ADVERTISER_TARGETING: 'AD_ACCOUNT',
	CAMPAIGN_TARGETING: 'CAMPAIGN',
	AD_GROUP_TARGETING: 'AD_GROUP',
	PIN_PROMOTION_TARGETING: 'AD',
};
/** Types that only one level knows. */
const LEVEL_OF_TYPE: Readonly<Record<string, string>> = {
	AUDIENCE_MULTIPLIER: 'CAMPAIGN_TARGETING',
	MEDIA_TYPE: 'PRODUCT_ITEM_TARGETING',
};
const NOT_SIMULATED = [
	'product_item_ids',
	'combine_targeting_types',
	'metrics_filters',
	'custom_conversion_event_metrics',
	'campaign_brand_label',
];

/** Of faults: how the report ends. */
const FATES: Readonly<Record<string, Report['fate']>> = {
	'report-failed': 'FAILED',
	'report-expired': 'EXPIRED',
	'report-cancelled': 'CANCELLED',
};

export const createReport: Handler = (call) => {
	const request = bodyOf(call);
	const { start_date, end_date, level, granularity } = request;
	spanOf(
		call,
		{ start_date, end_date },
		granularity === 'HOUR'
			? { back: HOURLY_BACK, range: HOURLY_RANGE }
			: { back: ASYNC_BACK, range: ASYNC_RANGE },
	);
	const missing = NOT_SIMULATED.find((name) => name in request);
	if (!(String(level) in REPORT_LEVELS) || missing) {
		throw breach(
			`Reports ${missing ? `with ${missing}` : `of level ${String(level)}`} are not simulated.`,
		);
	}
	for (const [name, of] of [
		['campaign_ids', 'CAMPAIGN'],
		['ad_group_ids', 'AD_GROUP'],
		['ad_ids', 'AD'],
	] as const) {
		requireIds(call, of, (request[name] as string[] | undefined) ?? []);
	}
	requireProductGroups(call, (request.product_group_ids as string[] | undefined) ?? []);
	requireTargetingTypes(request);
	const report: Report = {
		token: randomBytes(16).toString('hex'),
		ad_account_id: call.account.id,
		createdAt: call.sim.clock.now(),
		request,
		fate: FATES[call.fault?.fault ?? ''],
	};
	if (call.fault?.fault !== 'report-lost') call.sim.world.reports.set(report.token, report);
	return ok({ report_status: 'IN_PROGRESS', token: report.token, message: null });
};

/** Types and levels go together. That such a level needs them is not described, but what would it give? */
function requireTargetingTypes({ level, targeting_types: types }: Body): void {
	const takesTypes = String(level).endsWith('_TARGETING');
	if (takesTypes !== (types !== undefined)) {
		throw breach(`targeting_types ${takesTypes ? 'is needed' : 'is not possible'} here.`, 400);
	}
	const strange = ((types ?? []) as string[]).find(
		(type) => (LEVEL_OF_TYPE[type] ?? level) !== level,
	);
	if (strange) throw breach(`${strange} is not available in ${String(level)} level.`, 400);
}

export const getReport: Handler = (call) => {
	const report = call.sim.world.reports.get(String(call.query.token));
	if (report?.ad_account_id !== call.account.id) {
		return ok({ report_status: 'DOES_NOT_EXIST', url: null, size: null });
	}
	const age = call.sim.clock.now() - report.createdAt;
	if (age < call.sim.settings.reportMs) return ok(unfinished('IN_PROGRESS'));
	if (report.fate) return ok(unfinished(report.fate));
	if (age >= REPORT_LIFE_MS) return ok(unfinished('EXPIRED'));
	return ok({
		report_status: 'FINISHED',
		url: signedUrl(call.sim, 'report-files', report.token),
		size: 1024,
	});
};

const unfinished = (report_status: string): Body => ({ report_status, url: null, size: null });
