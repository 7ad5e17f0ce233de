import { compared, nameAsSent } from '../../values/names';
import { idsListed } from '../../values/address';

/** What somebody has filled in to launch a campaign: texts, any of which may be missing. */
export type LaunchAnswers = Readonly<Record<string, unknown>>;

/** The same, as the fields of a launch ask for it. */
export interface LaunchForm {
	readonly campaign_name: string;
	readonly ad_group_name: string;
	readonly ad_name: string;
	readonly objective: string;
	readonly daily_budget: string;
	readonly bid: string;
	readonly billable_event: string;
	readonly countries: string;
	readonly keywords: string;
	readonly pin_id: string;
	readonly more_pin_ids: string;
	/** Product groups where some are named, which then take the place of Pins. */
	readonly promotes: 'pins' | 'productGroups';
	readonly product_group_id: string;
	readonly more_product_group_ids: string;
	readonly creative_type: string;
	readonly destination_url: string;
	/** What everything is to be in the end. */
	readonly status: 'ACTIVE' | 'PAUSED';
	/** Empty: everybody. */
	readonly audience: string;
	/** What the audience's row is found by. */
	readonly audience_key: string;
	/** Empty: the connected one. */
	readonly ad_account_id: string;
	/** The ceiling of ad accounts that have none of their own, as it was written. */
	readonly max_daily_budget: unknown;
}

/** The one answer that lets anything deliver. */
export const SWITCH_ON = 'Switch it on';

/** What is paid for, by objective; a click where nothing else is said. */
const BILLABLE: Readonly<Record<string, string>> = {
	AWARENESS: 'IMPRESSION',
	VIDEO_VIEW: 'VIDEO_V_50_MRC',
};

const CREATIVES: Readonly<Record<string, string>> = {
	VIDEO_VIEW: 'VIDEO',
	CATALOG_SALES: 'SHOPPING',
	SHOPPING: 'SHOPPING',
};

/** Reads the answers of the form. What cannot be used is handed on as it is: the launch itself refuses it. */
export function readLaunchForm(answers: LaunchAnswers): LaunchForm {
	const name = nameAsSent(textOf(answers.campaign_name));
	const objective = textOf(answers.objective).trim();
	const audience = nameAsSent(textOf(answers.audience));
	const [pin = '', ...morePins] = idsListed(textOf(answers.pin_ids), 'pin');
	const groups = idsListed(textOf(answers.product_group_ids), 'catalogProductGroup');
	const [group = '', ...moreGroups] = groups;
	return {
		campaign_name: name,
		ad_group_name: name === '' ? '' : `${name}: ad group`,
		ad_name: name === '' ? '' : `${name}: ad`,
		objective,
		daily_budget: textOf(answers.daily_budget),
		bid: textOf(answers.bid),
		billable_event: own(BILLABLE, objective) ?? 'CLICKTHROUGH',
		countries: textOf(answers.countries),
		keywords: textOf(answers.keywords),
		pin_id: pin,
		more_pin_ids: morePins.join(', '),
		promotes: groups.length > 0 ? 'productGroups' : 'pins',
		product_group_id: group,
		more_product_group_ids: moreGroups.join(', '),
		creative_type: own(CREATIVES, objective) ?? 'REGULAR',
		destination_url: textOf(answers.destination_url).trim(),
		status: answers.when_it_stands === SWITCH_ON ? 'ACTIVE' : 'PAUSED',
		audience,
		audience_key: compared(audience).toLowerCase(),
		ad_account_id: textOf(answers.ad_account_id).trim(),
		max_daily_budget: answers.max_daily_budget ?? null,
	};
}

const textOf = (answer: unknown): string =>
	typeof answer === 'string' ? answer : typeof answer === 'number' ? String(answer) : '';

/** What somebody wrote must not find what every object has, such as "constructor". */
const own = (choices: Readonly<Record<string, string>>, key: string) =>
	Object.hasOwn(choices, key) ? choices[key] : undefined;
