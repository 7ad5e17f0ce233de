import { setTimeout as sleep } from 'node:timers/promises';
import { decoded, fieldsIn, wordsOf } from '../../../scripts/n8n/calls/form-pages.mts';
import {
	fillInLaunch,
	submitLaunch,
	type LaunchAnswers,
} from '../../../scripts/n8n/calls/launch-form.mts';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { runByHand, SET_UP } from '../../../scripts/templates/prepare.mts';
import { startShipped } from '../templates/shippedTemplates.mts';

let simulator: Simulator;
let n8n: N8nServer;

beforeAll(async () => {
	({ simulator, n8n } = await startShipped('launch'));
}, 15 * MINUTES);
afterAll(async () => {
	await n8n.stop();
	await simulator.close();
});
afterEach(() => expect(simulator.violations()).toEqual([]));

interface Answered {
	readonly goal?: LaunchAnswers;
	readonly more?: LaunchAnswers;
	readonly then?: string;
}

const answered = (name: string, { goal, more = {}, then = 'Leave it paused' }: Answered = {}) => ({
	...{ name, goal },
	details: {
		'Pins to promote': ['Minimalist desk setup'],
		Others: `https://www.pinterest.com/pin/${SEED.pins.product}/`,
		...{ 'Daily budget': '20.00', 'The most to pay': '1.50', 'More countries': 'Canada' },
		...{ Keywords: 'sofa, [leather sofa]', 'Once all': then, ...more },
	},
});

const submit = async (name: string, more?: Answered) =>
	await submitLaunch(n8n.api, answered(name, more));

/** What the page says that asks again. */
async function asked(name: string, more?: Answered): Promise<string> {
	return wordsOf((await fillInLaunch(n8n.api, answered(name, more))).page);
}

/** The ids of what stands, and their statuses. */
function standing(name: string) {
	const { campaigns, adGroups, ads, keywords } = simulator.state();
	const named = campaigns.filter((campaign) => campaign.name === name);
	const isOf = (parents: ReadonlyArray<Record<string, unknown>>, id: unknown) =>
		parents.some((parent) => parent.id === id);
	const groups = adGroups.filter(({ campaign_id: id }) => isOf(named, id));
	const all = [...named, ...groups, ...ads.filter(({ ad_group_id: id }) => isOf(groups, id))];
	return {
		ids: all.map(({ id }) => String(id)),
		statuses: [...new Set(all.map(({ status }) => status))],
		keywords: keywords.filter(({ parent_id: id }) => isOf(groups, id)).map(({ value }) => value),
	};
}

describe('a launch from the form', () => {
	it(
		'sent twice creates one of each, and both pages name them',
		async () => {
			const first = await submit('Twice');
			const stands = standing('Twice');
			expect(stands.ids).toHaveLength(4);
			expect(stands.statuses).toEqual(['PAUSED']);
			const second = await submit('Twice');
			expect(standing('Twice')).toEqual(stands);
			for (const { page, execution } of [first, second]) {
				expect(execution).toMatchObject({ status: 'success', mode: 'webhook' });
				for (const id of stands.ids) expect(page).toContain(id);
			}
			expect(first.page).not.toContain('nothing was created');
			expect(second.page).toContain('nothing was created');
			expect(stands.keywords.sort()).toEqual(['leather sofa', 'sofa']);
		},
		2 * MINUTES,
	);

	it(
		'that fails half way says what exists, and sent again is completed and switched on',
		async () => {
			const switchOn = { then: 'Switch it on' };
			simulator.addFault({
				match: { operationId: 'ads/create' },
				fault: '429',
				resetSeconds: 7_200,
			});
			const failed = await submit('Half', switchOn);
			expect(failed.execution.status).toBe('error');
			const { ids, statuses } = standing('Half');
			expect(ids).toHaveLength(2);
			expect(statuses).toEqual(['PAUSED']);
			for (const id of ids) expect(failed.page).toContain(id);
			expect(failed.page).toContain('Not launched');
			expect(failed.page).toContain('Running the same item again completes the launch');
			simulator.clearFaults();
			const again = await submit('Half', switchOn);
			expect(again.execution.status).toBe('success');
			const complete = standing('Half');
			expect(complete.ids).toHaveLength(4);
			expect(complete.ids).toEqual(expect.arrayContaining(ids));
			expect(complete.statuses).toEqual(['ACTIVE']);
			expect(again.page).toContain('Launched');
		},
		2 * MINUTES,
	);

	it(
		'for an ad account without a ceiling creates nothing, and says where to set one',
		async () => {
			const table = await n8n.api.table('pinterest_connection');
			await table.update('connection_key', 'main', { max_daily_budget: 0 });
			const { page } = await submit('No ceiling', { then: 'Switch it on' });
			expect(page).toContain('No ceiling for budgets is set');
			expect(page).toContain('max_daily_budget in the node “Your ceiling”');
			expect(standing('No ceiling').ids).toEqual([]);
			await table.update('connection_key', 'main', { max_daily_budget: 19 });
			expect(await asked('Low ceiling')).toContain('is over the ceiling of this launch, 19.00');
			expect(standing('Low ceiling').ids).toEqual([]);
			await table.update('connection_key', 'main', { max_daily_budget: null });
		},
		2 * MINUTES,
	);
});

describe('what is answered on the pages of a launch', () => {
	const created = (name: string) => {
		const { campaigns, adGroups, ads, promotions } = simulator.state();
		const [campaign] = campaigns.filter((one) => one.name === name);
		const [group] = adGroups.filter(({ campaign_id: id }) => id === campaign.id);
		const isOfGroup = ({ ad_group_id: id }: Record<string, unknown>) => id === group.id;
		return {
			campaign,
			group,
			ads: ads.filter(isOfGroup),
			promotions: promotions.filter(isOfGroup),
		};
	};

	it(
		'an objective and what does not go with it are asked again, with the reason; then product groups are launched',
		async () => {
			const { pages, page } = await fillInLaunch(n8n.api, {
				name: 'Lamps',
				goal: { 'What is the campaign for?': 'Awareness', 'What is promoted?': 'Product groups' },
			});
			expect(wordsOf(page)).toContain(
				'Awareness promotes Pins, not product groups. Choose Pins, or an objective that can sell from a catalog',
			);
			await pages.answer(page, { 'What is the campaign for?': 'Catalog Sales' });
			const details = await pages.page();
			const shown = fieldsIn(details);
			expect(shown.find(({ label }) => label.startsWith('Product groups'))?.choices).toEqual([
				...['All products', 'Lamps', 'Outlet', 'Side tables'],
			]);
			await pages.answer(details, {
				...{ 'Product groups': ['Lamps'], 'Daily budget': '20' },
				Others: SEED.catalogProductGroups.tables,
			});
			expect(await pages.page()).toContain('Ready, and paused');
			await pages.end();
			const { ads, promotions } = created('Lamps');
			expect(ads).toEqual([]);
			expect(promotions.map((one) => one.catalog_product_group_id).sort()).toEqual([
				...[SEED.catalogProductGroups.lamps, SEED.catalogProductGroups.tables],
			]);
		},
		2 * MINUTES,
	);

	it(
		'days are whole days in UTC, audiences are chosen by name, and a video is promoted as one',
		async () => {
			const audience = { id: '2542620905475', name: 'Café visitors, all of them' };
			simulator.plant({ audiences: [{ ...audience, audience_type: 'ENGAGEMENT' }] });
			const { page } = await submit('Whole days', {
				goal: { 'What is the campaign for?': 'Awareness' },
				more: {
					'Pins to promote': ['How to fold a linen curtain'],
					...{ Others: '', 'First day': '2027-03-01', 'Last day': '2027-03-31' },
					Audience: 'Café visitors',
				},
			});
			expect(wordsOf(page)).toContain('Runs: Monday 1 March 2027 to Wednesday 31 March 2027 (UTC)');
			expect(wordsOf(page)).toContain('Daily budget: 20.00 USD (20000000 in micro-currency)');
			expect(wordsOf(page)).toContain('Countries: United States, Canada');
			const { group, ads } = created('Whole days');
			expect(group).toMatchObject({
				start_time: Date.UTC(2027, 2, 1) / 1000,
				end_time: Date.UTC(2027, 3, 1) / 1000,
				targeting_spec: { LOCATION: ['US', 'CA'], AUDIENCE_INCLUDE: [audience.id] },
			});
			expect(ads).toMatchObject([{ creative_type: 'VIDEO', pin_id: SEED.pins.video }]);
		},
		2 * MINUTES,
	);

	it(
		'what is wrong is asked again with what was answered, and nothing is created meanwhile',
		async () => {
			const more = {
				...{ Others: '12345', 'Daily budget': '20', 'More countries': 'Germny' },
				...{ 'First day': '2020-01-01', 'Pins to promote': [] },
			};
			const { page, pages } = await fillInLaunch(n8n.api, answered('Wrong', { more }));
			const words = wordsOf(page);
			expect(words).toContain('Did you mean Germany?');
			expect(words).toContain('Wednesday 1 January 2020 is over');
			const shown = fieldsIn(page);
			const startOf = (label: string) =>
				shown.find((field) => field.label.startsWith(label))?.starts.join();
			expect(startOf('Others')).toBe('12345');
			expect(startOf('Keywords')).toBe('sofa, [leather sofa]');
			expect(standing('Wrong').ids).toEqual([]);
			// An ID that is no Pin's is known to Pinterest only: the launch says so.
			await pages.answer(page, { 'More countries': 'Germany', 'First day': '' });
			const last = wordsOf(await pages.page());
			await pages.end();
			expect(last).toContain('Not launched');
			expect(last).toContain('there is no Pin 12345');
			expect(standing('Wrong').ids).toEqual([]);
		},
		2 * MINUTES,
	);

	it(
		'Web Conversion asks for the conversion and the tag that reports it',
		async () => {
			const { page } = await submit('Checkouts', {
				goal: { 'What is the campaign for?': 'Web Conversion' },
				more: { Conversion: 'Checkout', 'Pinterest tag': 'Example shop tag' },
			});
			expect(page).toContain('Ready, and paused');
			expect(created('Checkouts').group).toMatchObject({
				optimization_goal_metadata: {
					conversion_tag_v3_goal_metadata: {
						...{ conversion_event: 'CHECKOUT', conversion_tag_id: SEED.conversionTagId },
					},
				},
			});
		},
		2 * MINUTES,
	);

	it(
		'an ad group goes into a campaign that exists',
		async () => {
			await submit('Long-lived');
			await submit('Second wave', { more: { Campaign: 'Add to: Long-lived' } });
			const { campaigns, adGroups } = simulator.state();
			const [campaign] = campaigns.filter(({ name }) => name === 'Long-lived');
			const groups = adGroups.filter(({ campaign_id: id }) => id === campaign.id);
			expect(groups.map(({ name }) => name)).toEqual([
				...['Long-lived: ad group', 'Second wave: ad group'],
			]);
			expect(campaigns.some(({ name }) => name === 'Second wave')).toBe(false);
		},
		2 * MINUTES,
	);

	it(
		'the last page has the form filled in again: sent as it is, it finds all and creates nothing',
		async () => {
			const first = await submit('Filled in again');
			const stands = standing('Filled in again');
			const [, address] = /href="(\.\.\/form\/[^"]*)"/.exec(first.page)!;
			const again = new URL(decoded(address), 'http://localhost/form-waiting/1');
			expect(again.pathname).toBe('/form/pinterest-campaign-launch');
			const query = Object.fromEntries(again.searchParams);
			const second = await submitLaunch(n8n.api, { name: query.campaign_name, query });
			expect(second.page).toContain('nothing was created');
			expect(standing('Filled in again')).toEqual(stands);
		},
		2 * MINUTES,
	);

	it(
		'whoever leaves in the middle leaves nothing behind: the pages are over before the execution would be cut off',
		async () => {
			const { pages } = await fillInLaunch(n8n.api, {
				name: 'Left',
				goal: { 'What is promoted?': 'Product groups', 'What is the campaign for?': 'Awareness' },
			});
			const waits = (await n8n.api.executions('pinAdsLaunch')).filter(
				({ status }) => status === 'waiting',
			);
			const left = waits.at(0)!;
			const { waitTill, startedAt } = left as typeof left & { waitTill: string };
			const minutes = (Date.parse(waitTill) - Date.parse(startedAt)) / 60_000;
			expect(minutes).toBeGreaterThan(20);
			expect(minutes).toBeLessThan(26);
			expect(await pages.page()).toContain('Please correct this');
		},
		2 * MINUTES,
	);
});

describe('the same form sent twice at once', () => {
	const claims = async (name: string) =>
		(await (await n8n.api.table('pinterest_launches')).rows()).filter(
			({ campaign_name: of }) => of === name,
		);
	afterEach(() => simulator.settings({ answerMs: 0, listLagMs: 0 }));

	it.each([
		['at the same moment', 0],
		['0.1 s apart', 100],
		['0.3 s apart', 300],
	])(
		'%s launches one campaign, and the other page says that it is being launched',
		async (apart, ms) => {
			simulator.settings({ answerMs: 300 });
			const name = `Café ${apart}`;
			const switchOn = { then: 'Switch it on' };
			const pages = await Promise.all(
				// The same name to a person who reads it.
				[name, ` ${name.normalize('NFD')} `].map(async (one, n) => {
					await sleep(n * ms);
					return (await submit(one, switchOn)).page;
				}),
			);
			const { ids, statuses } = standing(name);
			expect(ids).toHaveLength(4);
			expect(statuses).toEqual(['ACTIVE']);
			expect(pages.filter((page) => page.includes('Launched'))).toHaveLength(1);
			const [other] = pages.filter((page) => page.includes('Nothing was created'));
			expect(other).toContain('is being launched right now');
			expect(other).toContain('creates nothing twice');
			expect(await claims(name)).toMatchObject([{ status: 'launched', campaign_id: ids[0] }]);
		},
		3 * MINUTES,
	);

	it(
		'and other campaigns are launched side by side',
		async () => {
			simulator.settings({ answerMs: 300 });
			const pages = await Promise.all(['Side', 'By side'].map(async (name) => submit(name)));
			for (const { page } of pages) expect(page).toContain('Ready, and paused');
		},
		3 * MINUTES,
	);

	it(
		'while lists lag waits until they show the first launch, and then finds it',
		async () => {
			simulator.settings({ listLagMs: 10_000 });
			const first = await submit('Lagging', { then: 'Switch it on' });
			expect(first.page).toContain('Launched');
			const second = await submit('Lagging', { then: 'Switch it on' });
			expect(second.page).toContain('nothing was created');
			expect(standing('Lagging').ids).toHaveLength(4);
		},
		3 * MINUTES,
	);

	it(
		'after a run that was cut off, is refused until its claim is over',
		async () => {
			const table = await n8n.api.table('pinterest_launches');
			const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
			const claim = {
				launch_key: `${SEED.adAccountId}:Cut off`,
				campaign_name: 'Cut off',
				status: 'launching',
				claimed_by: 'gone',
			};
			await table.insert([{ ...claim, claimed_at: inMinutes(-1), claimed_until: inMinutes(34) }]);
			expect((await submit('Cut off')).page).toContain('is being launched right now');
			expect(standing('Cut off').ids).toEqual([]);
			await table.update('claimed_by', 'gone', { claimed_until: inMinutes(-0.1) });
			expect((await submit('Cut off')).page).toContain('Ready, and paused');
		},
		3 * MINUTES,
	);
});

describe('a launch without the table of launches', () => {
	it(
		'creates nothing, and the page says to run set-up',
		async () => {
			await (await n8n.api.table('pinterest_launches')).drop();
			const { page, execution } = await submit('No table');
			expect(execution.status).toBe('success');
			expect(page).toContain('Run the workflow “Make the tables for Pinterest Ads”');
			expect(standing('No table').ids).toEqual([]);
			await runByHand(n8n.api, SET_UP);
			expect((await submit('No table')).page).toContain('Ready, and paused');
		},
		3 * MINUTES,
	);
});
