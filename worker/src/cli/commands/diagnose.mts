import {
	diagnoseCampaign,
	isPinterestAdsError,
	failed,
	listCampaigns,
	listCampaignsInput,
	succeeded,
	type CampaignFilters,
	type Outcome,
} from '../../index.ts';
import type { Call, Command } from '../command.mts';
import { givenOf, optionsFor } from '../declaredOptions.mts';
import type { Line } from '../format.mts';
import { answerOf } from '../itemAnswers.mts';

const FILTERS = ['statuses', 'nameContains', 'limit'];

export const diagnose: Command = {
	name: 'diagnose',
	summary: 'why campaigns do not deliver, and what to do',
	description:
		'Walks each campaign, its ad groups, ads, Pins and audiences, and says what holds delivery back, what blocks it first. Names campaigns by ID or by their address in Ads Manager; without any it takes those of the ad account, as the filters have it. Changes nothing; exit code 1 says that some campaign cannot deliver.',
	argument: ['[campaigns...]', 'IDs; without any: those of the ad account'],
	options: optionsFor(listCampaignsInput.fields, FILTERS),
	examples: [
		'illixis-pinterest diagnose 626735565838000001',
		'illixis-pinterest diagnose --statuses ACTIVE --format json',
	],
	async run(call) {
		const { context, progress } = call;
		const ids = call.args.length > 0 ? call.args : await idsOf(call);
		const outcomes: Array<Outcome<unknown>> = [];
		for (const campaignId of ids) {
			progress.count(`${outcomes.length} of ${ids.length} campaigns looked at`);
			try {
				outcomes.push(succeeded(await diagnoseCampaign(context, { campaignId })));
			} catch (error) {
				if (!isPinterestAdsError(error)) throw error;
				outcomes.push(failed(error));
			}
		}
		const answer = answerOf(outcomes, {
			noun: 'Campaign',
			columns: [],
			isBad: ({ can_deliver }) => can_deliver === false,
		});
		return {
			...answer,
			lines: answer.lines.flatMap(findingsOf),
			columns: [
				'item',
				'campaign_id',
				'can_deliver',
				'severity',
				'level',
				'id',
				'message',
				'error',
			],
		};
	},
};

async function idsOf({ context, options }: Call): Promise<string[]> {
	const campaigns = await listCampaigns(context, givenOf(FILTERS, options) as CampaignFilters);
	return campaigns.map(({ id }) => id);
}

/** A line for each finding; one that says so where there is none. */
function findingsOf({ findings, summary, ...about }: Line): Line[] {
	const all = (findings ?? []) as readonly Line[];
	if (all.length === 0) return [{ ...about, message: summary }];
	return all.map((finding) => ({ ...about, ...finding }));
}
