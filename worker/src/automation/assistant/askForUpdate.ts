import { z } from 'zod';
import { PinterestAdsError } from '../../client/errors';
import { inputOf, readInput, type GivenTo } from '../../fields/inputs';
import { json } from '../../fields/kinds';
import { idsListed } from '../../values/address';
import { nameAsSent } from '../../values/names';
import type { KnownConnection } from '../connection/gate';
import { launchAccount } from '../launches/launchAccount';
import type { CHANGES, ColumnsOf } from '../tables';
import { requireBelow } from './ceiling';

const FIELDS = {
	asked: json<object, unknown>(
		{
			label: 'Asked For',
			description: 'The campaign or ad group, and what is to be different about it',
			example: '{ "campaign_id": "626735565838000001", "daily_spend_cap": "20" }',
		},
		z.record(z.unknown()),
	),
};

/** The input of `askForUpdate`. */
export const askForUpdateInput = inputOf(FIELDS);
/** What `askForUpdate` takes beside the connections. @interface */
export type UpdateToAskFor = GivenTo<typeof askForUpdateInput>;

/** What there is to ask a person, and what is sent once that person approves it; '' stays as it is. */
export interface AskedUpdate extends ColumnsOf<typeof CHANGES> {
	readonly kind: 'update' | 'updateAdGroup';
	readonly update: {
		readonly ad_account_id: string;
		/** Either this or the ad group is filled in. */
		readonly campaign_id: string;
		readonly ad_group_id: string;
		readonly status: 'PAUSED' | '';
		readonly name: string;
		/** Of a campaign, in the currency of the ad account, as the other amounts. */
		readonly daily_spend_cap: string;
		/** Of an ad group. */
		readonly budget: string;
		/** Of an ad group. */
		readonly bid: string;
	};
}

type Update = AskedUpdate['update'];

/**
 * What a person is asked before an assistant's change of a campaign or an ad group is done.
 * @param connections all rows of the connections
 * @param ceilingPlace where a ceiling is set, as the end of a sentence
 * @param now milliseconds since 1970
 * @throws PinterestAdsError `invalid` where the ad account is not connected, nothing is to be different, the cap or
 * budget is over the ceiling, or something would be switched on
 */
export function askForUpdate(
	connections: readonly KnownConnection[],
	question: UpdateToAskFor,
	{ ceilingPlace, now }: { readonly ceilingPlace: string; readonly now: number },
): AskedUpdate {
	const asked = (readInput(askForUpdateInput, question).asked ?? {}) as Record<string, unknown>;
	const amounts = amountsOf(asked);
	const spends = amounts.daily_spend_cap !== '' || amounts.budget !== '';
	const where = {
		ad_account_id: textOf(asked.ad_account_id),
		// Pausing, names and bids need no ceiling.
		max_daily_budget: asked.max_daily_budget ?? (spends ? undefined : 1),
	};
	const { adAccountId, ceiling } = launchAccount(connections, where, ceilingPlace);
	const target = targetOf(asked);
	const update: Update = {
		ad_account_id: adAccountId,
		campaign_id: target.noun === 'campaign' ? target.id : '',
		ad_group_id: target.noun === 'ad group' ? target.id : '',
		status: statusOf(textOf(asked.status)),
		name: nameAsSent(textOf(asked.name)),
		...amounts,
	};
	requireOwnAmounts(target, update);
	const lines = linesOf(update);
	if (lines.length === 0) throw nothingNew(target);
	if (update.daily_spend_cap !== '')
		requireBelow(update.daily_spend_cap, ceiling, 'Daily spend cap');
	// A lifetime budget below what may be spent in a day is below the ceiling all the more.
	if (update.budget !== '') requireBelow(update.budget, ceiling, 'Budget');
	return {
		kind: target.noun === 'campaign' ? 'update' : 'updateAdGroup',
		name: target.id,
		summary: [`Change the ${target.noun} ${target.id}:`, ...lines].join('\n'),
		status: 'waiting',
		campaign_id: update.campaign_id,
		ad_account_id: adAccountId,
		asked_at: new Date(now).toISOString(),
		update,
	};
}

interface Target {
	readonly noun: 'campaign' | 'ad group';
	readonly id: string;
}

function targetOf(asked: Record<string, unknown>): Target {
	const targets = [
		...idsListed(textOf(asked.campaign_id), 'campaign').map((id): Target => ({
			noun: 'campaign',
			id,
		})),
		...idsListed(textOf(asked.ad_group_id), 'adGroup').map((id): Target => ({
			noun: 'ad group',
			id,
		})),
	];
	if (targets.length !== 1) throw whichOne();
	return targets[0];
}

const amountsOf = (asked: Record<string, unknown>) => ({
	daily_spend_cap: textOf(asked.daily_spend_cap),
	budget: textOf(asked.budget),
	bid: textOf(asked.bid),
});

/** Amounts of the other level would be forgotten without a word. */
function requireOwnAmounts({ noun }: Target, { daily_spend_cap: cap, budget, bid }: Update): void {
	if (noun === 'campaign' ? budget === '' && bid === '' : cap === '') return;
	throw refused(
		'A budget and a bid can be changed of an ad group, a daily spend cap of a campaign.',
		'Ask for each of them with the ID that it belongs to.',
	);
}

function statusOf(text: string): 'PAUSED' | '' {
	const status = text.toUpperCase();
	if (status === '' || status === 'PAUSED') return status;
	throw refused(
		`An assistant may pause what there is, and set no other status: ${status} was refused.`,
		'A person switches campaigns and ad groups on and archives them, in Ads Manager or by an operation of its own.',
	);
}

const linesOf = ({ status, name, daily_spend_cap: cap, budget, bid }: Update): string[] => [
	...(status === '' ? [] : ['Pause it']),
	...(name === '' ? [] : [`Call it “${name}”`]),
	...(cap === '' ? [] : [`Let it spend at most ${cap} a day`]),
	...(budget === '' ? [] : [`Give it a budget of ${budget}`]),
	...(bid === '' ? [] : [`Let it bid ${bid}`]),
];

const textOf = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const whichOne = () =>
	refused(
		'Which campaign or ad group is to be changed?',
		'Give the ID of one campaign as campaign_id, or of one ad group as ad_group_id.',
	);

const nothingNew = ({ noun }: Target) =>
	refused(
		'Nothing would be different.',
		noun === 'campaign'
			? 'Give at least one of status (PAUSED), name and daily_spend_cap.'
			: 'Give at least one of status (PAUSED), name, budget and bid.',
	);

const refused = (message: string, hint: string) =>
	new PinterestAdsError('invalid', message, { hint });
