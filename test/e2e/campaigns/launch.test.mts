import { setTimeout as sleep } from 'node:timers/promises';
import { submitFormWithPage } from '../../../scripts/n8n/calls/production.mts';
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

const PINS = [SEED.pins.image, SEED.pins.product];

async function submit(campaign: string, { audience = '', then = 'Leave it paused' } = {}) {
	return await submitFormWithPage(n8n.api, 'pinAdsLaunch', 'pinterest-campaign-launch', [
		...[campaign, 'CONSIDERATION', '20.00', '1.50', audience, 'US, CA', PINS.join(', '), ''],
		...['sofa, [leather sofa]', then],
	]);
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
		'for an audience that is not synced creates nothing, and says so',
		async () => {
			const { page } = await submit('No audience', { audience: 'Nobody' });
			expect(page).toContain('has not been synced with Pinterest yet');
			expect(standing('No audience').ids).toEqual([]);
		},
		MINUTES,
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
			expect((await submit('Low ceiling')).page).toContain('is over the ceiling');
			expect(standing('Low ceiling').ids).toEqual([]);
			await table.update('connection_key', 'main', { max_daily_budget: null });
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
			expect(pages.filter((page) => page.includes('It may deliver from now on'))).toHaveLength(1);
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
			expect(first.page).toContain('It may deliver from now on');
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
