import type { LaunchChoices } from '../../../campaigns/launch/choices/launchChoices';
import type { Promoted } from '../../../campaigns/campaign/promotes';
import { formatMicro } from '../../../values/money';
import {
	currencyOf,
	EVENTS,
	EVERYBODY,
	factsOfGoal,
	listsOf,
	newCampaign,
	NO_CONVERSION,
	questionsFor,
	SWITCHED_ON,
	type LaunchLists,
} from './details';
import type { LaunchGoal } from './goal';
import { chosen } from './labels';
import { answersTo, textIn, textsIn, type Answers } from './questions';
import { readCountries, readDays, readIds, readMoney, type Read } from './readers';

/** A launch as it was answered, by the fields of Campaign: Launch; what was left empty is ''. */
export interface LaunchDetails {
	/** What the form was begun with. */
	readonly form_name: string;
	/** What the launch is known by while it runs: the name of the campaign, a new one or not. */
	readonly campaign_name: string;
	/** The campaign is made or found by its name, or it is the one with the ID. */
	readonly campaign_choice: 'name' | 'id';
	readonly campaign_id: string;
	readonly ad_group_name: string;
	readonly ad_name: string;
	readonly objective: string;
	readonly promotes: Promoted;
	readonly pin_id: string;
	readonly more_pin_ids: string;
	readonly product_group_id: string;
	readonly more_product_group_ids: string;
	readonly destination_url: string;
	/** In the currency of the ad account, as is the bid. */
	readonly daily_budget: string;
	readonly bid: string;
	readonly billable_event: string;
	readonly countries: string;
	readonly country_names: string;
	readonly audience_id: string;
	readonly keywords: string;
	/** ISO 8601, as is the end. */
	readonly start_time: string;
	readonly end_time: string;
	readonly conversion_event: string;
	readonly conversion_tag_id: string;
	/** What everything is to be in the end. */
	readonly status: 'ACTIVE' | 'PAUSED';
	readonly ad_account_id: string;
	/** ISO 4217; empty where nobody knows. */
	readonly currency: string;
	readonly max_daily_budget: number | null;
	/** What is to be corrected; empty where all is well. */
	readonly problems: readonly string[];
	readonly answers: Answers;
	/** Of this page and the one before, to send the form again. */
	readonly all_answers: Answers;
}

/**
 * Reads the answers of the page of {@link askDetails}. What only Pinterest knows is judged by the launch itself.
 * @param ceilingPlace where a ceiling is set, as the end of a sentence
 * @param now milliseconds since 1970
 */
export function readDetails(
	sent: Readonly<Record<string, unknown>>,
	goal: LaunchGoal,
	choices: Partial<LaunchChoices>,
	{ ceilingPlace, now }: { readonly ceilingPlace: string; readonly now: number },
): LaunchDetails {
	const answers = answersTo(questionsFor(goal, choices), sent);
	const lists = listsOf(choices);
	const facts = factsOfGoal(goal);
	const currency = currencyOf(goal, choices);
	const text = (name: string) => textIn(answers[name]);
	const problems: string[] = [];
	const take = <T>({ value, problems: own }: Read<T>): T => {
		problems.push(...own);
		return value;
	};
	const campaign = take(campaignOf(text('campaign'), goal, lists));
	const [first = '', ...more] = take(promotedOf(answers, goal, lists));
	const arePins = goal.promotes === 'pins';
	const budget = take(
		readMoney(text('daily_budget'), { field: 'Daily budget', use: 'budget', currency }),
	);
	if (text('daily_budget') === '') problems.push('Daily budget: enter an amount, such as 20.');
	const most = goal.max_daily_budget;
	if (budget !== undefined && most !== null && budget > Math.round(most * 1e6)) {
		const [asked, ceiling] = [budget, Math.round(most * 1e6)].map((one) =>
			formatMicro(one, currency),
		);
		problems.push(
			`Daily budget: ${asked} a day is over the ceiling of this launch, ${ceiling} a day. Ask for less. Whoever runs this form can raise the ceiling: it is ${ceilingPlace}.`,
		);
	}
	if (!facts.bids) take(readMoney(text('bid'), { field: 'The most to pay', use: 'bid', currency }));
	const countries = take(countriesOf(answers, lists));
	const audience = take(audienceOf(text('audience'), lists));
	const { start_time, end_time } = take(readDays(text('first_day'), text('last_day'), now));
	const conversion = take(conversionOf(answers, lists, facts.conversion === 'required'));
	const { campaign_name: name } = goal;
	return {
		...{ form_name: name, ...campaign },
		...{ ad_group_name: `${name}: ad group`, ad_name: `${name}: ad` },
		...{ objective: goal.objective, promotes: goal.promotes },
		...{ pin_id: arePins ? first : '', more_pin_ids: arePins ? more.join(', ') : '' },
		product_group_id: arePins ? '' : first,
		more_product_group_ids: arePins ? '' : more.join(', '),
		destination_url: text('destination_url'),
		...{ daily_budget: text('daily_budget'), bid: facts.bids ? '' : text('bid') },
		billable_event: facts.billableEvent,
		country_names: namesOf(countries, lists).join(', '),
		...{ countries: countries.join(', '), audience_id: audience, keywords: text('keywords') },
		...{ start_time, end_time, ...conversion },
		status: text('when_it_stands') === SWITCHED_ON ? 'ACTIVE' : 'PAUSED',
		...{ ad_account_id: goal.ad_account_id, currency: currency ?? '', max_daily_budget: most },
		...{ problems, answers, all_answers: { ...goal.answers, ...answers } },
	};
}

interface CampaignChosen {
	readonly campaign_name: string;
	readonly campaign_choice: 'name' | 'id';
	readonly campaign_id: string;
}

function campaignOf(
	label: string,
	{ campaign_name }: LaunchGoal,
	{ campaigns }: LaunchLists,
): Read<CampaignChosen> {
	const made = { campaign_name, campaign_choice: 'name', campaign_id: '' } as const;
	if (label === '' || label === newCampaign(campaign_name)) return { value: made, problems: [] };
	const one = campaigns.find((campaign) => campaign.label === label);
	if (one === undefined) return { value: made, problems: [notListed('Campaign', label)] };
	return {
		value: { campaign_name: one.name, campaign_choice: 'id', campaign_id: one.id },
		problems: [],
	};
}

/** What was chosen, then what was written; each once. */
function promotedOf(
	answers: Answers,
	{ promotes }: LaunchGoal,
	{ promotable }: LaunchLists,
): Read<readonly string[]> {
	const [of, noun, one] =
		promotes === 'pins'
			? (['pin', 'Pin', 'Pin'] as const)
			: (['catalogProductGroup', 'product group', 'product group'] as const);
	const labels = textsIn(answers.promotable);
	const written = readIds(textIn(answers.pasted), of, noun);
	const known = labels.map((label) => ({ label, id: chosen(promotable, label) }));
	const problems = [
		...known.filter(({ id }) => id === undefined).map(({ label }) => notListed(noun, label)),
		...written.problems,
	];
	const ids = [...new Set([...known.flatMap(({ id }) => id ?? []), ...written.value])];
	if (ids.length === 0 && problems.length === 0) {
		problems.push(`Choose at least one ${one}, or give its address or ID.`);
	}
	return { value: ids, problems };
}

function countriesOf(answers: Answers, { countries }: LaunchLists): Read<readonly string[]> {
	const first = textIn(answers.country);
	const own = countries.find(({ name }) => name === first);
	const more = readCountries(textIn(answers.more_countries), countries);
	const missing = own === undefined ? ['Country: choose one of the list.'] : [];
	return {
		value: [...new Set([...(own ? [own.id] : []), ...more.value])],
		problems: [...missing, ...more.problems],
	};
}

const namesOf = (ids: readonly string[], { countries }: LaunchLists) =>
	ids.map((id) => countries.find((country) => country.id === id)?.name ?? id);

function audienceOf(label: string, { audiences }: LaunchLists): Read<string> {
	if (label === '' || label === EVERYBODY) return { value: '', problems: [] };
	const id = chosen(audiences, label);
	return id === undefined
		? { value: '', problems: [notListed('Audience', label)] }
		: { value: id, problems: [] };
}

function conversionOf(answers: Answers, { conversionTags }: LaunchLists, isRequired: boolean) {
	const label = textIn(answers.conversion_event);
	const event = EVENTS.find(([, one]) => one === label)?.[0];
	const nothing = { conversion_event: '', conversion_tag_id: '' };
	if (event === undefined) {
		const isNone = label === '' || label === NO_CONVERSION;
		const problems = isRequired
			? ['Conversion: choose what counts as a success.']
			: isNone
				? []
				: [notListed('Conversion', label)];
		return { value: nothing, problems };
	}
	const tag = chosen(conversionTags, answers.conversion_tag);
	if (tag !== undefined) {
		return { value: { conversion_event: event, conversion_tag_id: tag }, problems: [] };
	}
	const { value, problems } = readIds(
		textIn(answers.conversion_tag_id),
		'conversionTag',
		'Pinterest tag',
	);
	const [id] = value;
	return id === undefined
		? { value: nothing, problems: problems.length > 0 ? problems : ['Pinterest tag: choose one.'] }
		: { value: { conversion_event: event, conversion_tag_id: id }, problems };
}

const notListed = (noun: string, label: string) =>
	`${noun}: “${label}” is not in the list (any more).`;
