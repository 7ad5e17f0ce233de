import { rowsOf, type Granularity, type Question, type Row } from './analyticsRows.mts';
import { dayOf } from '../world/delivery.mts';
import type { LedgerEntry } from '../api/ledger.mts';
import type { WireAnswer } from '../api/faultAnswers.mts';
import { productGroupRows } from './productGroups.mts';
import { REPORT_LEVELS } from './reports.mts';
import { csvOf, giveFile } from '../api/signedFiles.mts';
import type { Simulation } from '../simulation.mts';
import { targetingParts } from './targetingAnalytics.mts';
import type { Body, Report, World } from '../world/world.mts';

/** Fetches a finished report by its address. */
export const downloadReport = (sim: Simulation, entry: LedgerEntry): WireAnswer =>
	giveFile(sim, entry, {
		operationId: 'report-file',
		category: 'ads_analytics',
		fileOf(token) {
			const report = sim.world.reports.get(token);
			return report && fileOf(sim, report);
		},
	});

function fileOf(sim: Simulation, report: Report): { type: string; text: string } {
	const { request } = report;
	const columns = request.columns as string[];
	const rows = reportRows(sim.world, report, {
		accountId: report.ad_account_id,
		level: REPORT_LEVELS[String(request.level)],
		span: {
			from: dayOf(Date.parse(String(request.start_date))),
			to: dayOf(Date.parse(String(request.end_date))),
		},
		granularity: request.granularity as Granularity,
		columns,
		windows: {
			click: Number(request.click_window_days ?? 30),
			view: Number(request.view_window_days ?? 1),
		},
		only: (adId) => isWanted(sim.world, request, adId),
	});
	return request.report_format === 'CSV'
		? { type: 'text/csv', text: csv(rows, columns) }
		: { type: 'application/json', text: JSON.stringify(grouped(rows, request.primary_sort)) };
}

function reportRows(world: World, { request }: Report, question: Question): Row[] {
	if (request.level === 'PRODUCT_GROUP') {
		return productGroupRows(world, wantedProductGroups(world, request, question), question);
	}
	const { targeting_types: types } = request;
	if (types === undefined) return rowsOf(world, question);
	// How a report names the parts is not described: as columns like the others, it is assumed.
	return targetingParts(world, types as string[], question).map(({ type, value, row }) => ({
		...row,
		values: { ...row.values, TARGETING_TYPE: type, TARGETING_VALUE: value },
	}));
}

function wantedProductGroups(world: World, request: Body, { accountId }: Question): string[] {
	const { product_group_ids: ids, product_group_statuses: statuses } = request as {
		product_group_ids?: string[];
		product_group_statuses?: Array<string | undefined>;
	};
	return [...world.productGroups.values()]
		.filter(
			({ id, ad_account_id, status }) =>
				ad_account_id === accountId &&
				(ids?.includes(id) ?? true) &&
				(statuses?.includes(reported(status)) ?? true),
		)
		.map(({ id }) => id);
}

/** The filters of a report: ids and states at every level above the rows, too. */
function isWanted(world: World, request: Body, adId: string): boolean {
	const ad = world.ads.get(adId);
	const adGroup = world.adGroups.get(String(ad?.fields.ad_group_id));
	const campaign = world.campaigns.get(String(adGroup?.fields.campaign_id));
	const within = (name: string, value: unknown) => {
		const allowed = request[name] as unknown[] | undefined;
		return allowed === undefined || allowed.includes(value);
	};
	return (
		within('ad_ids', ad?.id) &&
		within('ad_group_ids', adGroup?.id) &&
		within('campaign_ids', campaign?.id) &&
		within('campaign_objective_types', campaign?.fields.objective_type) &&
		within('campaign_statuses', reported(campaign?.status)) &&
		within('ad_group_statuses', reported(adGroup?.status)) &&
		within('ad_statuses', ad?.status === 'ACTIVE' ? ad.review_status : ad?.status)
	);
}

const reported = (status: string | undefined) => (status === 'ACTIVE' ? 'RUNNING' : status);

const flat = ({ date, hour, values }: Row): Body => ({
	...values,
	...(date === undefined ? {} : { DATE: date }),
	...(hour === undefined ? {} : { HOUR: hour }),
});

/** JSON reports are keyed by entity, or by day where they are sorted by date. */
function grouped(rows: Row[], sort: unknown): Record<string, Body[]> {
	const groups: Record<string, Body[]> = {};
	for (const row of rows) {
		const key = sort === 'BY_DATE' ? (row.date ?? 'TOTAL') : row.id;
		groups[key] ??= [];
		groups[key].push(flat(row));
	}
	return groups;
}

function csv(rows: Row[], columns: readonly string[]): string {
	const bodies = rows.map(flat);
	const header = [...new Set([...bodies.flatMap((body) => Object.keys(body)), ...columns])];
	return csvOf([header, ...bodies.map((body) => header.map((name) => body[name]))]);
}
