import { submitFormWithPage } from '../../../scripts/n8n/calls/production.mts';
import { SEED, type Simulator } from '../../../simulator/simulator.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
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
});
