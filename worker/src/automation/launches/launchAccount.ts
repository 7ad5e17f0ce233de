import { PinterestAdsError } from '../../client/errors';
import { notConnected, type KnownConnection } from '../connection/gate';

/** Where a launch is made, and what it may spend there. */
export interface LaunchAccount {
	readonly adAccountId: string;
	/** What one launch may spend a day, in the currency of the ad account. */
	readonly ceiling: number;
	/** ISO 4217, where the tables know it. */
	readonly currency?: string;
}

interface Asked {
	/** Empty: the connected one. */
	readonly ad_account_id?: string;
	/** Counts where the ad account has no ceiling of its own. */
	readonly max_daily_budget?: unknown;
}

/**
 * The ad account of a launch.
 * @param connections all rows of the connections; an ad account that has none counts as not connected
 * @param ceilingPlace where a ceiling is set, as the end of a sentence
 * @throws PinterestAdsError `invalid` where Pinterest or the ad account is not connected, or no ceiling holds for it
 */
export function launchAccount(
	connections: readonly KnownConnection[],
	{ ad_account_id: named = '', max_daily_budget: otherwise }: Asked,
	ceilingPlace: string,
): LaunchAccount {
	const main = mainOf(connections);
	const id = named === '' ? (main.ad_account_id ?? '') : named;
	const rows = connections.filter(({ ad_account_id: of }) => of === id);
	if (named !== '' && rows.length === 0) throw anotherAccount();
	const own = [main, ...rows].filter(({ ad_account_id: of }) => (of ?? '') === id);
	const set = own.map((row) => row.max_daily_budget).find((one) => !isEmpty(one));
	const ceiling = readCeiling(set ?? otherwise);
	if (ceiling === undefined) throw noCeiling(ceilingPlace);
	const currency = own.map((row) => row.currency).find((one) => !isEmpty(one));
	return { adAccountId: id, ceiling, ...(currency ? { currency } : {}) };
}

/** Ad accounts that a launch may be made in, the connected one first; each once, with its name where that is known. */
export function launchableAccounts(
	connections: readonly KnownConnection[],
): ReadonlyArray<{ readonly id: string; readonly name: string }> {
	const names = new Map<string, string>();
	for (const { ad_account_id: id, ad_account_name: name } of [mainOf(connections), ...connections])
		if (id) names.set(id, names.get(id) || name || '');
	return [...names].map(([id, name]) => ({ id, name: name || 'Ad account' }));
}

/** @throws PinterestAdsError `invalid` where Pinterest is not connected */
function mainOf(connections: readonly KnownConnection[]): KnownConnection {
	const main = connections.find(({ connection_key: key }) => key === 'main');
	if (main?.status !== 'active') throw notConnected(main ?? {});
	return main;
}

/** An amount above nothing, in the currency of the ad account; undefined for everything else. */
function readCeiling(given: unknown): number | undefined {
	const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given : '';
	const amount = /^\d{1,15}(\.\d{1,6})?$/.test(text.trim()) ? Number(text) : 0;
	return amount > 0 ? amount : undefined;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const anotherAccount = () =>
	refused(
		'This ad account is not connected.',
		'Leave the field empty for the one that connect has chosen. The owner can allow others: each needs a row with its ad_account_id in the table pinterest_connection.',
	);

const noCeiling = (place: string) =>
	refused(
		'No ceiling for budgets is set, so nothing is launched.',
		`Enter the most that one launch may spend a day, an amount above 0, as ${place}.`,
	);

const refused = (message: string, hint: string) =>
	new PinterestAdsError('invalid', message, { hint });
