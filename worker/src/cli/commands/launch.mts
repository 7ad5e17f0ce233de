import { launchCampaigns, launchInput, type NewLaunch } from '../../index.ts';
import type { Command } from '../command.mts';
import { byFieldNames, givenOf, optionsFor } from '../declaredOptions.mts';
import type { Line } from '../format.mts';
import { openSource, readItems, type InputFormat } from '../input.mts';
import { answerOf, outcomesOf } from '../itemAnswers.mts';

const OPTIONS = ['status', 'amountUnit', 'maxDailyBudget', 'maxLifetimeBudget', 'waitUntilListed'];

export const launch: Command = {
	name: 'launch',
	summary: 'create campaigns with ad groups, keywords and ads',
	description:
		'Reads launches from a file or a pipe: JSON with campaign and adGroups, or flat, as a CSV file has it: one row each, its headings the names of fields (name, objective, dailySpendCap, billableEvent, budget, locations, pinIds …). Amounts are micro-currency unless --amount-unit says otherwise. Everything is created paused; what is there already is found by its name and not created twice. Options count for launches that do not say it themselves.',
	argument: ['[file]', 'the launches; - or nothing: what comes through a pipe'],
	options: optionsFor(launchInput.fields, OPTIONS),
	writes: true,
	spends: true,
	examples: [
		'illixis-pinterest launch spring.json --preview',
		'illixis-pinterest launch campaigns.csv --amount-unit accountCurrency --highest-daily-budget 50',
	],
	async run({ context, args, options }) {
		const items = await readItems(
			await openSource(args[0]),
			options.inputFormat as InputFormat | undefined,
		);
		const given = givenOf(OPTIONS, options);
		const inputs = items.map((item) => ({ ...given, ...byFieldNames(launchInput.fields, item) }));
		const outcomes = await outcomesOf(
			context,
			async (looking) => await launchCampaigns(looking, inputs as unknown as NewLaunch[]),
		);
		return answerOf(outcomes, {
			noun: 'Launch',
			columns: ['id', 'name', 'status', 'new', 'existing'],
			more: (record) => ({
				name: (record.campaign as Line | undefined)?.name,
				new: countOf(record.created),
				existing: countOf(record.found),
			}),
		});
	},
};

/** "1 campaign, 2 ad groups" out of IDs by level. */
function countOf(ids: unknown): string {
	return Object.entries((ids ?? {}) as Record<string, readonly string[]>)
		.filter(([, { length }]) => length > 0)
		.map(([level, { length }]) => {
			const plural = level.replaceAll('_', ' ');
			return `${length} ${length === 1 ? plural.replace(/s$/, '') : plural}`;
		})
		.join(', ');
}
