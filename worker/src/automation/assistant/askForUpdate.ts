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
			description: 'The campaign and what is to be different about it',
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
	readonly update: {
		readonly ad_account_id: string;
		readonly campaign_id: string;
		readonly status: 'PAUSED' | '';
		readonly name: string;
		/** In the currency of the ad account. */
		readonly daily_spend_cap: string;
	};
}

/**
 * What a person is asked before an assistant's change of a campaign is done.
 * @param connections all rows of the connections
 * @param ceilingPlace where a ceiling is set, as the end of a sentence
 * @param now milliseconds since 1970
 * @throws PinterestAdsError `invalid` where the ad account is not connected, nothing is to be different, the cap is
 * over the ceiling, or the campaign would be switched on
 */
export function askForUpdate(
	connections: readonly KnownConnection[],
	question: UpdateToAskFor,
	{ ceilingPlace, now }: { readonly ceilingPlace: string; readonly now: number },
): AskedUpdate {
	const asked = (readInput(askForUpdateInput, question).asked ?? {}) as Record<string, unknown>;
	const cap = textOf(asked.daily_spend_cap);
	const where = {
		ad_account_id: textOf(asked.ad_account_id),
		// Pausing and names need no ceiling.
		max_daily_budget: asked.max_daily_budget ?? (cap === '' ? 1 : undefined),
	};
	const { adAccountId, ceiling } = launchAccount(connections, where, ceilingPlace);
	const [campaign, ...others] = idsListed(textOf(asked.campaign_id), 'campaign');
	if (campaign === undefined || others.length > 0) throw whichCampaign();
	const update = {
		ad_account_id: adAccountId,
		campaign_id: campaign,
		status: statusOf(textOf(asked.status)),
		name: nameAsSent(textOf(asked.name)),
		daily_spend_cap: cap,
	};
	const lines = linesOf(update);
	if (lines.length === 0) throw nothingNew();
	if (cap !== '') requireBelow(cap, ceiling, 'Daily spend cap');
	return {
		kind: 'update',
		name: campaign,
		summary: [`Change the campaign ${campaign}:`, ...lines].join('\n'),
		status: 'waiting',
		campaign_id: campaign,
		ad_account_id: adAccountId,
		asked_at: new Date(now).toISOString(),
		update,
	};
}

function statusOf(text: string): 'PAUSED' | '' {
	const status = text.toUpperCase();
	if (status === '' || status === 'PAUSED') return status;
	throw refused(
		`An assistant may pause a campaign, and set no other status: ${status} was refused.`,
		'A person switches campaigns on and archives them, in Ads Manager or by an operation of its own.',
	);
}

const linesOf = ({ status, name, daily_spend_cap: cap }: AskedUpdate['update']): string[] => [
	...(status === '' ? [] : ['Pause it']),
	...(name === '' ? [] : [`Call it “${name}”`]),
	...(cap === '' ? [] : [`Let it spend at most ${cap} a day`]),
];

const textOf = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const whichCampaign = () =>
	refused('Which campaign is to be changed?', 'Give the ID of one campaign as campaign_id.');

const nothingNew = () =>
	refused(
		'Nothing would be different.',
		'Give at least one of status (PAUSED), name and daily_spend_cap.',
	);

const refused = (message: string, hint: string) =>
	new PinterestAdsError('invalid', message, { hint });
