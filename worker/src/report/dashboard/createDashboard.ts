import { readInput } from '../../fields/inputs';
import { oneLine } from '../html';
import type { DashboardInput } from './dashboardInput';
import { createDashboardInput } from './dashboardSettings';
import { answerTo } from './model/answerWords';
import { audiencesOf } from './model/audienceCards';
import { campaignsOf, keptRows } from './model/campaigns';
import { connectionState, type ConnectionState } from './model/connectionState';
import { conversionsOf } from './model/conversions';
import { deliveryOf } from './model/delivery';
import { failuresOf } from './model/failures';
import { monthSpendOf } from './model/monthSpend';
import { spansOf } from './model/periods';
import { schedulesOf } from './model/schedules';
import { audiencesSection } from './page/audiencesSection';
import { campaignsSection } from './page/campaignsSection';
import { connectionCard } from './page/connectionSection';
import { conversionsSection } from './page/conversionsSection';
import { failuresSection } from './page/failuresSection';
import { dashboardFrame } from './page/frame';
import type { ShownCampaigns } from './page/shownCampaigns';
import { schedulesSection } from './page/schedulesSection';

/** The page, and what it says in a word. */
export interface Dashboard {
	/** A whole page that loads nothing and runs nothing. */
	readonly html: string;
	/** `good`, `warn` or `bad`: the dot of the connection. */
	readonly connection: ConnectionState['tone'];
}

/**
 * Draws the state of everything out of the rows of the tables: Pinterest is not asked. A table that could not be
 * read costs its own section only.
 * @throws PinterestAdsError `invalid` for a budget that is no amount
 */
export function createDashboard(input: DashboardInput): Dashboard {
	const { now, period, tables, pressed, workflows, formKey, words } = input;
	const state = connectionState(tables.connection, now, words);
	const audiences = tables.audiences === null ? undefined : audiencesOf(tables.audiences, now);
	const self = `?period=${period}`;
	const page = dashboardFrame({
		...{ now, self, words, account: oneLine(tables.connection?.ad_account_name ?? '').trim() },
		...(pressed && { answered: answerTo(pressed, tables.audiences, now, words) }),
		connection: connectionCard(state, tables.connection, now),
		sections: [
			audiencesSection(audiences, {
				...{ now, action: self, formKey, words, maySync: state.isActive },
			}),
			campaignsSection(shownCampaigns(input, state, audiences), words),
			conversionsSection(
				tables.conversions === null || tables.unsent === null
					? undefined
					: conversionsOf(tables.conversions, tables.unsent, now),
				now,
				words,
			),
			failuresSection(
				tables.errors === null ? undefined : failuresOf(tables.errors, now, words.unnamed),
				now,
				words,
			),
			schedulesSection(schedulesOf(workflows, now), now, words),
		],
	});
	return { html: page, connection: state.tone };
}

function shownCampaigns(
	{ now, period, tables, asked, settings = {} }: DashboardInput,
	state: ConnectionState,
	audiences: ReturnType<typeof audiencesOf> | undefined,
): ShownCampaigns | undefined {
	if (tables.metrics === null) return undefined;
	const { monthlyBudget } = readInput(createDashboardInput, settings);
	const spans = spansOf(period, now);
	const campaigns = campaignsOf(tables.metrics, spans, tables.connection?.currency);
	const inCurrency = keptRows(tables.metrics).filter(
		({ currency }) => !currency || currency === campaigns.currency,
	);
	return {
		...{ campaigns, spans, period, now },
		month: monthSpendOf(inCurrency, spans, monthlyBudget),
		delivery: deliveryOf(campaigns, state, audiences?.cards ?? [], spans),
		...(asked && {
			asked: { ...asked, name: asked.name || nameOf(campaigns.all, asked.campaignId) },
		}),
	};
}

const nameOf = (all: ShownCampaigns['campaigns']['all'], id: string): string | undefined =>
	all.find((one) => one.id === id)?.name ?? undefined;
