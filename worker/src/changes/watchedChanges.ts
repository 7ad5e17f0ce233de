import { z } from 'zod';
import { amountUnit, readAmountField, type Amount } from '../campaigns/oldFields';
import { idList } from '../values/lists';
import { id, optional, parseInput } from '../input';
import { CHANGES, type ChangeKind } from './changeKinds';

const ids = CHANGES.map((one) => one.id) as [ChangeKind, ...ChangeKind[]];

const schema = z
	.object({
		adAccountId: optional(id),
		changes: z
			.array(z.enum(ids))
			.min(1, 'choose at least one change')
			.transform((chosen) => new Set(chosen)),
		/** Only these, of campaigns and ads. */
		campaignIds: optional(
			idList('campaign', { leaveOutEmpty: true }).pipe(
				z.array(z.string()).max(100, 'must hold at most 100 IDs'),
			),
		),
		dailySpendLimit: z.unknown(),
		amountUnit,
	})
	.transform(({ dailySpendLimit, amountUnit, ...input }, check) => {
		if (!input.changes.has('spend_over_limit')) return { ...input, limit: undefined };
		const given = dailySpendLimit === '' || dailySpendLimit === null ? undefined : dailySpendLimit;
		const path = ['dailySpendLimit'];
		if (given === undefined) check.addIssue({ code: 'custom', path, message: 'is missing' });
		const limit = readAmountField(check, path, given, amountUnit, 'budget');
		return { ...input, limit };
	});

/** Which changes are told, and above which limit. */
export interface WatchedChanges {
	readonly adAccountId?: string;
	readonly changes: ReadonlySet<ChangeKind>;
	readonly campaignIds?: readonly string[];
	readonly limit?: Amount;
}

/**
 * Reads what is to be watched: `{ adAccountId?, changes, campaignIds?, dailySpendLimit?, amountUnit? }`.
 * @throws PinterestAdsError `invalid` that names each bad field
 */
export function readWanted(input: unknown): WatchedChanges {
	const { campaignIds, ...wanted } = parseInput(schema, input);
	return { ...wanted, ...(campaignIds?.length ? { campaignIds: [...campaignIds].sort() } : {}) };
}
