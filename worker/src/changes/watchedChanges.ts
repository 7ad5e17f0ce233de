import { z } from 'zod';
import { adAccountId } from '../connection/adAccountField';
import { type Amount } from '../fields/amounts';
import { required, type Choice } from '../fields/field';
import { inputOf, readInput, type GivenTo } from '../fields/inputs';
import { amount, amountUnit, choices, idsOf } from '../fields/kinds';
import { CHANGES, type ChangeKind } from './changeKinds';

const OVER_LIMIT = 'spend_over_limit' satisfies ChangeKind;

const campaignIds = idsOf('campaign', {
	label: 'Campaign IDs',
	description:
		'Watch only these campaigns and their ads, by their IDs, separated by commas; up to 100. Left empty: all.',
	example: '549755885175, 549755885176',
	appliesWhen: { changes: ['ad_approved', 'ad_rejected', 'campaign_stopped'] },
	isFilter: true,
});

const WATCH_FIELDS = {
	adAccountId,
	changes: required(
		choices({
			label: 'Changes',
			description: 'What is told. Each change is told once.',
			choices: Object.fromEntries(
				CHANGES.map(({ id, name, what }) => [id, { label: name, description: what }]),
			) as Record<ChangeKind, Choice>,
		}),
	),
	dailySpendLimit: amount({
		label: 'Daily Spend Limit',
		description: 'More than this on one day (UTC), over the whole ad account, is told',
		example: '100000000',
		appliesWhen: { changes: [OVER_LIMIT] },
	}),
	amountUnit: {
		...amountUnit,
		description: 'The unit of the limit',
		appliesWhen: { changes: [OVER_LIMIT] },
	},
	campaignIds: {
		...campaignIds,
		schema: campaignIds.schema.pipe(z.array(z.string()).max(100, 'must hold at most 100 IDs')),
	},
};

/** The input of `readWanted`. */
export const watchedChangesInput = inputOf(
	WATCH_FIELDS,
	({ changes, dailySpendLimit, campaignIds: ids, ...input }, check): WatchedChanges => {
		const refuse = (field: string, message: string) =>
			check.addIssue({ code: 'custom', path: [field], message });
		if (changes.length === 0) refuse('changes', 'choose at least one change');
		const isLimited = changes.includes(OVER_LIMIT);
		if (isLimited && dailySpendLimit === undefined) refuse('dailySpendLimit', 'is missing');
		return {
			adAccountId: input.adAccountId,
			changes: new Set(changes),
			...(ids?.length ? { campaignIds: ids.sort() } : {}),
			...(isLimited ? { limit: dailySpendLimit } : {}),
		};
	},
	{ ignoresOthers: true },
);
/** What `readWanted` takes. @interface */
export type ChangesToWatch = GivenTo<typeof watchedChangesInput>;

/** Which changes are told, and above which limit. */
export interface WatchedChanges {
	readonly adAccountId?: string;
	readonly changes: ReadonlySet<ChangeKind>;
	readonly campaignIds?: readonly string[];
	readonly limit?: Amount;
}

/**
 * Reads what is to be watched.
 * @throws PinterestAdsError `invalid` that names each bad field
 */
export const readWanted = (input: ChangesToWatch): WatchedChanges =>
	readInput(watchedChangesInput, input);
