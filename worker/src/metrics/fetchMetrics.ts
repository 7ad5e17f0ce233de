import { resolveAdAccount } from '../connection/adAccounts';
import type { WorkerContext } from '../context';
import { columnOf, columnsOf, isConversion } from './columns';
import { listEntities, type Entity } from './entities';
import { LEVEL, type Level } from './levels';
import { readMetricsInput, type MetricsInput } from './metricsInput';
import { tidyRows, type MetricsRow } from './rows';
import { askSync, type RawRow } from './sync';
import type { Granularity } from './windows';

export interface MetricsResult {
	rows: MetricsRow[];
	ad_account_id: string;
	/** ISO 4217, of every amount. */
	currency: string | null;
	level: string;
	granularity: Granularity;
	/** `YYYY-MM-DD`, UTC, both included. */
	start_date: string;
	end_date: string;
	/** In words, among them why there are no rows: to be shown, an empty list says nothing. */
	warnings: string[];
}

/**
 * Metrics of an ad account, its campaigns, ad groups or ads, from the synchronous analytics: up to 90
 * days back, by the hour up to 8.
 * @param input `{ adAccountId?, level = 'campaign' | 'account' | 'adGroup' | 'ad', ids? (empty: all,
 * archived ones too), period = 'last7days' … | startDate, endDate? (YYYY-MM-DD, UTC), includeToday?,
 * granularity = 'DAY' | 'TOTAL' | 'HOUR' | 'WEEK' | 'MONTH', columns? (Pinterest's names),
 * clickWindowDays?, engagementWindowDays?, viewWindowDays? (0, 1, 7, 14, 30, 60),
 * conversionReportTime?, includeEmpty?, micro? }`; ids and columns as lists or as
 * texts with commas, semicolons or white space between; days also as a Date, a luxon DateTime or an
 * ISO time, of which the day in UTC counts
 * @returns rows in the account's currency; only those in which something happened, unless
 * `includeEmpty`
 * @throws PinterestAdsError `invalid` for a range that the endpoints cannot answer, `not-found` for
 * an id that is not in the ad account
 * @see operations ad_account/analytics, campaigns/analytics, ad_groups/analytics, ads/analytics
 */
export async function fetchMetrics(context: WorkerContext, input: unknown): Promise<MetricsResult> {
	const asked = readMetricsInput(input, context.clock.now());
	const level = LEVEL[asked.level];
	const account = await resolveAdAccount(context, asked.adAccountId);
	const entities = hasEntities(level)
		? await listEntities(context, account.id, level, asked.ids)
		: [{ id: account.id, name: account.name ?? null, status: null }];
	const currency = account.currency ?? null;
	const { columns: names, range, granularity, includeEmpty, micro } = asked;
	const columns = columnsOf(names);
	const raw = await answered(context, account.id, level, entities, asked);
	const rows = tidyRows(raw, {
		adAccountId: account.id,
		...{ currency, level, range, granularity, columns, micro, entities, includeEmpty },
	});
	const warnings = emptyBecause(level, entities, rows, asked);
	if (granularity === 'HOUR' && columns.some(isConversion)) {
		warnings.push('Pinterest does not count conversions by the hour; those columns are empty.');
	}
	return {
		rows,
		ad_account_id: account.id,
		currency,
		level: level.name,
		granularity,
		start_date: range.from,
		end_date: range.to,
		warnings,
	};
}

type LevelWithEntities = Level & { entities: NonNullable<Level['entities']> };

const hasEntities = (level: Level): level is LevelWithEntities => level.entities !== undefined;

async function answered(
	context: WorkerContext,
	adAccountId: string,
	level: Level,
	entities: readonly Entity[],
	asked: MetricsInput,
): Promise<RawRow[]> {
	const ids = entities.map(({ id }) => id);
	const byHour = asked.granularity === 'HOUR';
	const columns = asked.columns.filter((name) => !byHour || !isConversion(columnOf(name)));
	const rows: RawRow[] = [];
	for await (const row of askSync(context, { ...asked, columns, adAccountId, level, ids })) {
		rows.push(row);
	}
	return rows;
}

function emptyBecause(
	level: Level,
	entities: readonly Entity[],
	rows: readonly MetricsRow[],
	{ range }: MetricsInput,
): string[] {
	if (rows.length > 0) return [];
	const days = range.from === range.to ? `on ${range.from}` : `from ${range.from} to ${range.to}`;
	if (level.entities === undefined) return [`The ad account had no activity ${days} (UTC).`];
	const { noun, plural } = level.entities;
	if (entities.length === 0) return [`The ad account has no ${plural} yet.`];
	const which = entities.length === 1 ? `The ${noun}` : `None of the ${entities.length} ${plural}`;
	return [`${which} had ${entities.length === 1 ? 'no' : 'any'} activity ${days} (UTC).`];
}
