import { PinterestAdsError } from '../../../client/errors';
import { OBJECTIVES, readObjective } from '../../../campaigns/campaign/objectives';
import {
	maySellFromCatalog,
	promotedBy,
	type Promoted,
} from '../../../campaigns/campaign/promotes';
import { html } from '../../../report/html';
import { nameAsSent } from '../../../values/names';
import type { KnownConnection } from '../../connection/gate';
import { launchableAccounts, launchAccount } from '../launchAccount';
import { chosen, labelled, labelsOf } from './labels';
import { corrected, openUntil } from './pages';
import {
	answersTo,
	filledIn,
	textIn,
	type Answers,
	type Question,
	type Questions,
} from './questions';

/** The first questions: what a campaign is for. What is asked next depends on the answers. */

/** What came of the page before, where it is asked again. */
export interface Earlier {
	readonly problems?: unknown;
	readonly answers?: unknown;
}

/** What the page begins with. */
export interface LaunchBegun {
	readonly campaign_name?: unknown;
	/** The ceiling of ad accounts that have none of their own. */
	readonly max_daily_budget?: unknown;
	/** When somebody opened it, ISO 8601. */
	readonly began_at?: unknown;
	/** Answers of a launch that is sent again. */
	readonly again?: unknown;
}

/** Where and when it is asked. */
export interface LaunchPlace {
	readonly connections: readonly KnownConnection[];
	/** Where a ceiling is set, as the end of a sentence. */
	readonly ceilingPlace: string;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** What a campaign is for, as it was answered. */
export interface LaunchGoal {
	readonly campaign_name: string;
	readonly objective: string;
	/** As people know it. */
	readonly objective_label: string;
	readonly promotes: Promoted;
	readonly ad_account_id: string;
	/** ISO 4217; empty where the tables do not know it. */
	readonly currency: string;
	readonly max_daily_budget: number | null;
	readonly began_at: string;
	readonly again: Answers;
	/** What is to be corrected; empty where all is well. */
	readonly problems: readonly string[];
	readonly answers: Answers;
}

const PROMOTES = { pins: 'Pins', productGroups: 'Product groups of a catalog' } as const;

interface Known {
	readonly label: string;
	readonly description?: string;
}

const KNOWN: Readonly<Record<string, Known>> = OBJECTIVES;

/** An objective as the page shows it. */
const shown = ({ label, description }: Known) =>
	description === undefined ? label : `${label} – ${description}`;

const accountsOf = (connections: readonly KnownConnection[]) =>
	labelled(launchableAccounts(connections).map((one) => ({ ...one, note: one.id })));

function questionsOf(connections: readonly KnownConnection[]): Question[] {
	const accounts = labelsOf(accountsOf(connections));
	const questions: Question[] = [
		{
			name: 'objective',
			label: 'What is the campaign for?',
			kind: 'oneOf',
			options: Object.values(KNOWN).map(shown),
			isRequired: true,
		},
		{
			name: 'promotes',
			label: 'What is promoted?',
			kind: 'oneOf',
			options: Object.values(PROMOTES),
			isRequired: true,
			starts: PROMOTES.pins,
		},
	];
	if (accounts.length < 2) return questions;
	return [
		{
			name: 'ad_account',
			label: 'Ad account',
			kind: 'listed',
			options: accounts,
			isRequired: true,
			starts: accounts[0],
		},
		...questions,
	];
}

/**
 * The page that asks what the campaign is for.
 * @throws PinterestAdsError `invalid` where nothing can be launched whatever is answered: Pinterest is not connected, no
 * ceiling is set, the campaign has no name
 */
export function askGoal(begun: LaunchBegun, earlier: Earlier, place: LaunchPlace): Questions {
	const name = nameAsSent(textIn(begun.campaign_name));
	if (name === '')
		throw refused('The campaign has no name.', 'Open the form again, and give it one.');
	const { connections, now } = place;
	const isOpen = launchableAccounts(connections).length > 1;
	// With one ad account there is nothing to choose, and so nothing to find out later.
	if (!isOpen)
		launchAccount(connections, { max_daily_budget: begun.max_daily_budget }, place.ceilingPlace);
	const before = objectIn(earlier.answers) ?? objectIn(begun.again) ?? {};
	return {
		title: `Launch “${name}”`,
		introduction: corrected(earlier.problems, html`${INTRODUCTION}`).markup,
		questions: filledIn(questionsOf(connections), before),
		button: 'Next',
		open_until: openUntil(begun.began_at, now),
	};
}

const INTRODUCTION =
	'The next page shows what there is in your ad account: Pins or product groups, audiences, countries.';

/** Reads the answers of that page. */
export function readGoal(
	sent: Readonly<Record<string, unknown>>,
	begun: LaunchBegun,
	{ connections, ceilingPlace }: LaunchPlace,
): LaunchGoal {
	const answers = answersTo(questionsOf(connections), sent);
	const problems: string[] = [];
	const accounts = accountsOf(connections);
	const named = accounts.length > 1 ? chosen(accounts, answers.ad_account) : accounts[0]?.id;
	if (named === undefined) problems.push('Ad account: choose one of the list.');
	const account = launchAccount(
		connections,
		{ ad_account_id: named, max_daily_budget: begun.max_daily_budget },
		ceilingPlace,
	);
	const objective = objectiveOf(answers.objective);
	if (objective === undefined) problems.push('What is the campaign for? Choose one of the list.');
	const promotes = promotedOf(answers.promotes);
	if (promotes === undefined) problems.push('What is promoted? Choose one of the two.');
	const wrong = objective && promotes ? wrongFor(objective, promotes) : undefined;
	if (wrong !== undefined) problems.push(wrong);
	return {
		campaign_name: nameAsSent(textIn(begun.campaign_name)),
		objective: objective ?? '',
		objective_label: KNOWN[objective ?? '']?.label ?? '',
		promotes: promotes ?? 'pins',
		ad_account_id: account.adAccountId,
		currency: account.currency ?? '',
		max_daily_budget: account.ceiling,
		began_at: textIn(begun.began_at),
		again: (objectIn(begun.again) ?? {}) as Answers,
		...{ problems, answers },
	};
}

const objectiveOf = (answer: unknown): string | undefined =>
	Object.keys(KNOWN).find((key) => shown(KNOWN[key]) === textIn(answer));

const promotedOf = (answer: unknown): Promoted | undefined =>
	(Object.keys(PROMOTES) as Promoted[]).find((what) => PROMOTES[what] === textIn(answer));

/** Its name in the API, by which rules know it. */
export function sentObjective(objective: string): string | undefined {
	const read = readObjective(objective);
	return 'chosen' in read ? read.chosen.sentAs : undefined;
}

/** Why an objective cannot promote something, in the words of the page. */
function wrongFor(objective: string, promotes: Promoted): string | undefined {
	const only = promotedBy(sentObjective(objective));
	if (only === undefined || only === promotes) return undefined;
	const { label } = KNOWN[objective];
	if (only === 'productGroups') {
		return `${label} sells from a catalog: it promotes product groups, not Pins. Choose product groups, or another objective.`;
	}
	const others = Object.keys(KNOWN).filter((key) => maySellFromCatalog(sentObjective(key)));
	const names = others.map((key) => KNOWN[key].label);
	return `${label} promotes Pins, not product groups. Choose Pins, or an objective that can sell from a catalog: ${names.join(', ')}.`;
}

export function objectIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Readonly<Record<string, unknown>>)
		: undefined;
}

const refused = (message: string, hint: string) =>
	new PinterestAdsError('invalid', message, { hint });
