import { z } from 'zod';
import { PinterestAdsError } from '../../client/errors';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { json } from '../../fields/kinds';
import { compared } from '../../values/names';
import type { KnownConnection } from '../connection/gate';
import type { AudienceRow, ColumnsOf, LAUNCHES } from '../tables';
import type { LaunchForm } from './launchForm';
import { launchAccount } from './launchAccount';
import { LAUNCH_LEASE_MS } from './lease';

const record = z.record(z.unknown());

const FIELDS = {
	form: json<object, unknown>(
		{
			label: 'Form',
			description: 'What Read a Launch Form gave',
			example: '{ "campaign_name": "Spring sale" }',
		},
		record,
	),
	audience: json<object, unknown>(
		{
			label: 'Audience',
			description: 'The row of the form’s audience in pinterest_audiences, if there is one',
			example: '{ "pinterest_audience_id": "2542620905475" }',
		},
		record,
	),
};

/** The input of `checkLaunch`. */
export const checkLaunchInput = inputOf(FIELDS);
/** What `checkLaunch` takes beside the connections. @interface */
export type LaunchQuestion = GivenTo<typeof checkLaunchInput>;

/** Who asks. */
export interface LaunchRun {
	readonly id: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Where a ceiling is set, as the end of a sentence. */
	readonly ceilingPlace: string;
}

/**
 * What claims the campaign's name: the row to write, so that nobody else launches it at the same time.
 * @param connections all rows of the connections; an ad account that has none counts as not connected
 * @throws PinterestAdsError `invalid` where it may not be launched at all: Pinterest or the ad account is not
 * connected, no ceiling holds for it, or its audience is not at Pinterest yet
 */
export function checkLaunch(
	connections: readonly KnownConnection[],
	question: LaunchQuestion,
	run: LaunchRun,
): ColumnsOf<typeof LAUNCHES> {
	const read = readInput(checkLaunchInput, question);
	const form = (read.form ?? {}) as Partial<LaunchForm>;
	const audience = (read.audience ?? {}) as Partial<AudienceRow>;
	const { adAccountId, ceiling } = launchAccount(connections, form, run.ceilingPlace);
	if (form.audience && isEmpty(audience.pinterest_audience_id)) throw notSynced(form.audience);
	return {
		launch_key: launchKey(adAccountId, form.campaign_name ?? ''),
		campaign_name: form.campaign_name,
		ad_account_id: adAccountId,
		max_daily_budget: ceiling,
		status: 'waiting',
		claimed_by: run.id,
		claimed_at: new Date(run.now).toISOString(),
		claimed_until: new Date(run.now + LAUNCH_LEASE_MS).toISOString(),
	};
}

/** What two launches have in common that would make the same campaign: names are alike as a launch compares them. */
export const launchKey = (adAccountId: string, name: string): string =>
	`${adAccountId}:${compared(name)}`;

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

const notSynced = (audience: string) =>
	refused(
		`The audience “${audience}” has not been synced with Pinterest yet.`,
		'Sync it first, or leave the audience empty.',
	);

const refused = (message: string, hint: string) =>
	new PinterestAdsError('invalid', message, { hint });
