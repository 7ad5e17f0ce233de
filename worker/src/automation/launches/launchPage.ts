import { html, type Html } from '../../report/html';
import { isObject } from '../../client/readers';
import { bothReadings, dayInWords } from './form/readers';
import { readMoment } from '../../values/time';
import { inAdsManager, pinAddress } from '../../values/address';

/** The last page of a launch: what there is now, where it is seen, and what to do next. */

type Given = Readonly<Record<string, unknown>>;

/** What was asked for, as *Read the Details of a Launch* gives it; nothing of it where somebody else asked. */
export interface LaunchAsked {
	readonly [field: string]: unknown;
}

/** For a launch that went well. @param notes warnings and the like, one to a line */
export function launchedPage(record: Given, asked: LaunchAsked, notes: readonly string[]): string {
	const account = word(record.ad_account_id);
	const campaign = object(record.campaign);
	const address = inAdsManager(account, 'campaign', [word(record.id)]);
	const known = factLines(record, asked);
	const facts = known.length === 0 ? [] : [BLANK, ...known];
	return page([
		html`${bold(`Campaign “${word(campaign.name)}”`)} (${inWords(campaign.status)})`,
		link('Open the campaign in Ads Manager', address),
		...objects(record.ad_groups).flatMap((group) => [BLANK, ...groupLines(account, group)]),
		...facts,
		...[BLANK, bold(createdInWords(record)), ...notes.map(line)],
		...[BLANK, bold('What to do next')],
		line(record.status === 'ACTIVE' ? NEXT_ON : NEXT_PAUSED),
		...again(asked),
	]);
}

/** For one that failed. @param lines what happened, and what to do */
export function failedPage(lines: readonly string[], created: Given, asked: LaunchAsked): string {
	const account = word(asked.ad_account_id);
	const id = word(created.campaign_id);
	const exists = account !== '' && id !== '';
	return page([
		...lines.flatMap((one) => [line(one), BLANK]),
		...(exists
			? [link('See what exists in Ads Manager', inAdsManager(account, 'campaign', [id]))]
			: []),
		...again(asked),
	]);
}

const page = (lines: readonly Html[]) => html`${lines.map((one) => html`${one}<br />`)}`.markup;

const line = (text: string) => html`${text}`;
const bold = (text: string) => html`<b>${text}</b>`;
/** In a tab of its own: the last page cannot be had a second time. */
const link = (text: string, address: string) =>
	html`<a href="${address}" target="_blank">${text}</a>`;
const BLANK = line('');

const NEXT_PAUSED =
	'Nothing is spent until it is switched on: look at it in Ads Manager and switch it on there, or send this form again with “Switch it on”.';
const NEXT_ON =
	'Pinterest looks at new ads first, mostly within a day; they deliver once it has approved them. You can pause the campaign in Ads Manager at any time.';

function groupLines(account: string, group: Given): Html[] {
	const count = list(group.keywords).length;
	const keywords = count === 0 ? '' : `, ${count} ${count === 1 ? 'keyword' : 'keywords'}`;
	const ads = objects(group.ads);
	const adIds = ads.map(({ id }) => word(id));
	return [
		html`${bold(`Ad group “${word(group.name)}”`)} (${inWords(group.status)}${keywords})`,
		link('Open the ad group in Ads Manager', inAdsManager(account, 'adGroup', [word(group.id)])),
		...ads.map(({ status, pin_id: pin }) => {
			const address = pinAddress(word(pin));
			return html`• Ad (${inWords(status)}) of ${link(`Pin ${word(pin)}`, address)}`;
		}),
		...objects(group.promotions).map(({ status, catalog_product_group_id: of }) =>
			line(`• Product group ${word(of)} (${inWords(status)})`),
		),
		...(adIds.length === 0
			? []
			: [link('Open the ads in Ads Manager', inAdsManager(account, 'ad', adIds))]),
	];
}

/** What was asked for, in words: amounts in both readings, times in UTC. */
function factLines(record: Given, asked: LaunchAsked): Html[] {
	const campaign = object(record.campaign);
	const currency = word(asked.currency) || word(record.currency) || undefined;
	const [group = {}] = objects(record.ad_groups);
	const budget = [campaign.daily_spend_cap, group.budget_in_micro_currency].find(isAmount);
	const bid = isAmount(group.bid_in_micro_currency) ? group.bid_in_micro_currency : undefined;
	const lines = [
		budget === undefined ? '' : `Daily budget: ${bothReadings(budget, currency)}`,
		bid === undefined ? '' : `Bid: ${bothReadings(bid, currency)}`,
		word(asked.country_names) === '' ? '' : `Countries: ${word(asked.country_names)}`,
		spanInWords(asked),
	].filter((one) => one !== '');
	return lines.map(line);
}

const isAmount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

const MINUTE_MS = 60_000;

function spanInWords({ start_time: start, end_time: end }: LaunchAsked): string {
	const [from, to] = [readMoment(start), readMoment(end)];
	if (from === undefined && to === undefined) return '';
	const first = from === undefined ? 'as soon as it is switched on' : dayInWords(from);
	// The end is midnight after the last day.
	const last = to === undefined ? 'until it is switched off' : `to ${dayInWords(to - MINUTE_MS)}`;
	return `Runs: ${first} ${last} (UTC)`;
}

const COUNTED = [
	['campaigns', 'campaign'],
	['ad_groups', 'ad group'],
	['ads', 'ad'],
	['promotions', 'promoted product group'],
] as const;

function createdInWords(record: Given): string {
	const created = object(record.created);
	const counts = COUNTED.map(([level, noun]) => [list(created[level]).length, noun] as const)
		.filter(([count]) => count > 0)
		.map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`);
	return counts.length === 0
		? 'All of it existed already: nothing was created.'
		: `Created just now: ${counts.join(', ')}.`;
}

/** The form again, as it was filled in. */
function again(asked: LaunchAsked): Html[] {
	const address = againAddress(asked);
	return address === undefined
		? []
		: [link('Fill in this form again, with the same answers', address)];
}

/** What an address may hold in all browsers and servers. */
const LONGEST_ADDRESS = 6_000;

/** @returns relative to the page of the launch; undefined where nobody said which form it was, or it is too long */
function againAddress({ form_address: form, form_name: name, all_answers: answers }: LaunchAsked) {
	if (word(form) === '') return undefined;
	const query = new URLSearchParams({
		campaign_name: word(name),
		...(isObject(answers) ? { again: JSON.stringify(answers) } : {}),
	});
	const address = `${word(form)}?${query.toString()}`;
	return address.length > LONGEST_ADDRESS ? undefined : address;
}

const inWords = (status: unknown) => word(status).toLowerCase() || 'status not known';

const word = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Given => (isObject(value) ? value : {});
const objects = (value: unknown): Given[] => list(value).map(object);
