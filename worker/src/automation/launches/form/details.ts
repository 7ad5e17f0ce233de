import { CONVERSION_EVENTS } from '../../../campaigns/adGroup/optimizationGoal';
import { bidsByItself, rulesOf } from '../../../campaigns/campaign/objectiveRules';
import type { LaunchChoice, LaunchChoices } from '../../../campaigns/launch/choices/launchChoices';
import { html, type Html } from '../../../report/html';
import { fiveDollarsIn } from '../../../values/currencies';
import { formatMicro } from '../../../values/money';
import { sentObjective, type Earlier, type LaunchGoal } from './goal';
import { labelled, labelsOf, type Labelled } from './labels';
import { corrected, openUntil } from './pages';
import { filledIn, type Question, type Questions } from './questions';

/** The second questions: what exactly is launched, out of what the ad account has. */

/** What somebody may choose, by the labels that the page shows. */
export interface LaunchLists {
	readonly promotable: readonly Labelled[];
	/** With what they are called at Pinterest. */
	readonly campaigns: ReadonlyArray<Labelled & { readonly name: string }>;
	readonly audiences: readonly Labelled[];
	readonly countries: readonly LaunchChoice[];
	readonly conversionTags: readonly Labelled[];
}

export const EVERYBODY = 'Everybody';
export const NO_CONVERSION = 'None in particular';
export const PAUSED = 'Leave it paused: nothing is spent until somebody switches it on';
export const SWITCHED_ON = 'Switch it on: it may deliver and cost money at once';

export const newCampaign = (name: string) => `A new one: ${name}`;

export const listsOf = (choices: Partial<LaunchChoices>): LaunchLists => ({
	promotable: labelled(choices.promotable ?? []),
	campaigns: labelled(choices.campaigns ?? []).map(({ id, label }, n) => ({
		...{ id, label: `Add to: ${label}` },
		name: choices.campaigns?.[n].name ?? '',
	})),
	audiences: labelled(choices.audiences ?? []),
	countries: choices.countries ?? [],
	conversionTags: labelled(choices.conversion_tags ?? []),
});

/** What an objective is about. */
export interface GoalFacts {
	readonly billableEvent: string;
	/** Whether Pinterest bids by itself. */
	readonly bids: boolean;
	/** Whether a conversion is asked for, and has to be. */
	readonly conversion: 'no' | 'optional' | 'required';
}

export function factsOfGoal({ objective }: Pick<LaunchGoal, 'objective'>): GoalFacts {
	const sentAs = sentObjective(objective);
	const { billableEvents, conversionGoal } = rulesOf(sentAs) ?? {};
	return {
		billableEvent: billableEvents?.values[0] ?? 'CLICKTHROUGH',
		bids: bidsByItself(sentAs),
		conversion:
			conversionGoal === undefined ? 'no' : conversionGoal === 'certain' ? 'required' : 'optional',
	};
}

/** What a bid is for, as the page says it. */
const PAID_FOR: Readonly<Record<string, string>> = {
	CLICKTHROUGH: 'one click',
	IMPRESSION: '1,000 views',
};

export const EVENTS: ReadonlyArray<readonly [event: string, label: string]> =
	Object.entries(CONVERSION_EVENTS);

/** The questions about a launch, in the order in which one thinks. */
export function questionsFor(goal: LaunchGoal, choices: Partial<LaunchChoices>): Question[] {
	const lists = listsOf(choices);
	const facts = factsOfGoal(goal);
	const currency = currencyOf(goal, choices);
	return [
		...whatQuestions(goal, lists),
		...moneyQuestions(goal, facts, currency),
		...whereQuestions(lists, choices.country ?? undefined),
		...whenQuestions,
		...(facts.conversion === 'no' ? [] : conversionQuestions(lists, facts)),
		...restQuestions(goal),
	];
}

export const currencyOf = (goal: LaunchGoal, choices: Partial<LaunchChoices>) =>
	(choices.currency ?? goal.currency) || undefined;

function whatQuestions(
	{ campaign_name: name, promotes }: LaunchGoal,
	{ promotable, campaigns }: LaunchLists,
): Question[] {
	const arePins = promotes === 'pins';
	const questions: Question[] = [];
	if (campaigns.length > 0) {
		const starts = newCampaign(name);
		questions.push({
			...{ name: 'campaign', label: 'Campaign', kind: 'listed' },
			...{ options: [starts, ...labelsOf(campaigns)], starts, isRequired: true },
		});
	}
	questions.push(heading('promoted', arePins ? 'Pins' : 'Product groups'));
	if (promotable.length > 0) {
		questions.push({
			...{ name: 'promotable', kind: 'anyOf', options: labelsOf(promotable) },
			label: arePins ? 'Pins to promote: each becomes an ad' : 'Product groups to promote',
		});
	}
	questions.push({
		...{ name: 'pasted', kind: 'text' },
		label: `${promotable.length > 0 ? 'Others' : 'What to promote'}: addresses or IDs, with commas between`,
		example: arePins
			? 'e.g. https://www.pinterest.com/pin/813744226420795884/'
			: 'e.g. 4680099996745001',
	});
	if (arePins) {
		questions.push({
			...{ name: 'destination_url', kind: 'text', example: 'e.g. https://shop.example.com/spring' },
			label: 'Where a click leads (empty: where the Pin leads)',
		});
	}
	return questions;
}

function moneyQuestions(
	{ max_daily_budget: most }: LaunchGoal,
	{ billableEvent, bids }: GoalFacts,
	currency: string | undefined,
): Question[] {
	const inCurrency = currency ?? 'the ad account’s currency';
	const limit = most === null ? '' : ` (at most ${formatMicro(Math.round(most * 1e6), currency)})`;
	const questions: Question[] = [
		heading('money', 'Budget'),
		{
			...{ name: 'daily_budget', kind: 'text', isRequired: true, example: 'e.g. 20' },
			label: `Daily budget in ${inCurrency}${limit}`,
		},
	];
	if (bids) return questions;
	const five = fiveDollarsIn(currency);
	// As an ad group has it whose bid is left empty.
	const otherwise =
		five === undefined ? '' : ` (empty: ${formatMicro(Math.floor((five * 2) / 5), currency)})`;
	return [
		...questions,
		{
			...{ name: 'bid', kind: 'text', example: 'e.g. 1.50', isRequired: five === undefined },
			label: `The most to pay for ${PAID_FOR[billableEvent] ?? 'one view'}, in ${inCurrency}${otherwise}`,
		},
	];
}

function whereQuestions(
	{ countries, audiences }: LaunchLists,
	country: string | undefined,
): Question[] {
	const home = countries.find(({ id }) => id === country)?.name;
	return [
		heading('where', 'Where, and to whom'),
		{
			...{ name: 'country', label: 'Country', kind: 'listed', isRequired: true },
			options: countries.map(({ name }) => name),
			...(home === undefined ? {} : { starts: home }),
		},
		{
			...{ name: 'more_countries', kind: 'text', example: 'e.g. Canada, United Kingdom' },
			label: 'More countries, with commas between',
		},
		{
			...{ name: 'audience', label: 'Audience', kind: 'listed', isRequired: true },
			...{ options: [EVERYBODY, ...labelsOf(audiences)], starts: EVERYBODY },
		},
		{
			...{ name: 'keywords', kind: 'text', example: 'e.g. sofa, [leather sofa]' },
			label: 'Keywords, with commas between (empty: none)',
		},
	];
}

const whenQuestions: readonly Question[] = [
	heading('when', 'When'),
	{
		...{ name: 'first_day', kind: 'day' },
		label: 'First day, from midnight UTC (empty: as soon as it is switched on)',
	},
	{
		...{ name: 'last_day', kind: 'day' },
		label: 'Last day, to midnight UTC (empty: until somebody switches it off)',
	},
];

function conversionQuestions(
	{ conversionTags }: LaunchLists,
	{ conversion }: GoalFacts,
): Question[] {
	const isRequired = conversion === 'required';
	const none = isRequired ? [] : [NO_CONVERSION];
	const event: Question = {
		...{ name: 'conversion_event', label: 'Conversion', kind: 'listed', isRequired },
		options: [...none, ...EVENTS.map(([, label]) => label)],
		...(isRequired ? {} : { starts: NO_CONVERSION }),
	};
	// A list without anything in it could not be answered.
	const tag: Question =
		conversionTags.length === 0
			? {
					...{ name: 'conversion_tag_id', kind: 'text', isRequired, example: 'e.g. 2617998078212' },
					label: 'ID of the Pinterest tag that reports it (the ad account lists none)',
				}
			: {
					...{ name: 'conversion_tag', kind: 'listed', isRequired },
					...{ label: 'Pinterest tag that reports it', options: labelsOf(conversionTags) },
					starts: conversionTags[0].label,
				};
	return [heading('conversions', 'What counts as a success'), event, tag];
}

const restQuestions = ({ campaign_name: name }: LaunchGoal): Question[] => [
	heading('in_the_end', 'In the end'),
	{
		...{ name: 'when_it_stands', kind: 'oneOf', isRequired: true },
		...{ label: `Once all of “${name}” exists`, options: [PAUSED, SWITCHED_ON], starts: PAUSED },
	},
];

function heading(name: string, label: string): Question {
	return { name, label, kind: 'heading' };
}

/** The page that asks for all the rest. */
export function askDetails(
	goal: LaunchGoal,
	choices: Partial<LaunchChoices>,
	earlier: Earlier,
	now: number,
): Questions {
	const questions = questionsFor(goal, choices);
	const before = (earlier.answers ?? goal.again) as Readonly<Record<string, unknown>>;
	return {
		title: `Launch “${goal.campaign_name}”`,
		introduction: corrected(earlier.problems, introduction(goal, choices)).markup,
		questions: filledIn(questions, before),
		button: 'Launch',
		open_until: openUntil(goal.began_at, now),
	};
}

function introduction(
	goal: LaunchGoal,
	{ ad_account_name: account, notes }: Partial<LaunchChoices>,
): Html {
	const where = account ? ` in the ad account ${account}` : '';
	const text = `${goal.objective_label}${where}. Everything is created paused; sent a second time, the form completes what is missing and creates nothing twice.`;
	return html`${text}${(notes ?? []).map((note) => html`<br />${note}`)}`;
}
