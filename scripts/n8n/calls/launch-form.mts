import type { N8nApi } from '../api.mts';
import { executionIds, newExecution, type Execution } from '../executions.mts';
import { FormPages, wordsOf } from './form-pages.mts';

const PATH = 'pinterest-campaign-launch';
const WORKFLOW = 'pinAdsLaunch';

/** What is answered on the pages of the launch form, by what the labels begin with. */
export type LaunchAnswers = Readonly<Record<string, string | string[]>>;

export interface LaunchAnswered {
	readonly name: string;
	/** On the page that asks what the campaign is for; left out: Consideration, with Pins. */
	readonly goal?: LaunchAnswers;
	readonly details?: LaunchAnswers;
	/** Of the address, such as what a link to the form has in it. */
	readonly query?: Readonly<Record<string, string>>;
}

/** How far somebody has come. */
export interface LaunchSent {
	readonly pages: FormPages;
	/** The page that is there now: the last one, or one that asks again. */
	readonly page: string;
}

/** Goes through the pages as a person does, until one asks again or says what came of it. */
export async function fillInLaunch(
	api: N8nApi,
	{ name, goal = {}, details = {}, query }: LaunchAnswered,
): Promise<LaunchSent> {
	const pages = await FormPages.begin(api, PATH, [name], query);
	const first = await pages.page();
	if (!isAsked(first, 'What is the campaign for?')) return { pages, page: first };
	await pages.answer(
		first,
		query ? goal : { 'What is the campaign for?': 'Consideration', ...goal },
	);
	const second = await pages.page();
	if (!isAsked(second, 'Daily budget')) return { pages, page: second };
	await pages.answer(second, details);
	return { pages, page: await pages.page() };
}

const isAsked = (page: string, label: string) => page.includes(label) && page.includes('n8n-form');

/** The same to the end: the last page, and the execution whatever became of it. */
export async function submitLaunch(
	api: N8nApi,
	answered: LaunchAnswered,
): Promise<{ readonly page: string; readonly execution: Execution }> {
	const before = await executionIds(api, WORKFLOW);
	const { pages, page } = await fillInLaunch(api, answered);
	if (page.includes("id='n8n-form'")) throw new Error(`It is asked again: ${wordsOf(page)}`);
	await pages.end();
	return { page, execution: await newExecution(api, WORKFLOW, before) };
}
