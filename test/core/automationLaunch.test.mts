import { runAutomation } from './harness.mts';
import { errorOf } from './onSimulator.mts';

const main = { connection_key: 'main', status: 'active', ad_account_id: '549755885175' };
const form = {
	campaign_name: 'Spring sale',
	ad_account_id: '',
	audience: '',
	max_daily_budget: 50,
};

const run = async (operation: string, items: object[], parameters: object = {}) => {
	const { output } = await runAutomation({
		parameters: { operation, ...parameters },
		items: items as never,
	});
	return output.map(({ json }) => json);
};

it('reads the answers of a form, one item for each', async () => {
	const [first, second] = await run('readLaunchForm', [
		{ campaign_name: ' Spring sale ', when_it_stands: 'Switch it on' },
		{},
	]);
	expect(first).toMatchObject({ campaign_name: 'Spring sale', status: 'ACTIVE' });
	expect(second).toMatchObject({ campaign_name: '', status: 'PAUSED' });
});

it('makes one claim out of all rows of the connection', async () => {
	const rows = [main, { connection_key: 'other', ad_account_id: '549755885176' }];
	const claims = await run('checkLaunch', rows, { form, audience: {} });
	expect(claims).toEqual([
		expect.objectContaining({
			launch_key: '549755885175:Spring sale',
			max_daily_budget: 50,
			status: 'waiting',
		}),
	]);
});

it('says in n8n’s words what to do where there is no connection or no ceiling', async () => {
	expect(await errorOf(run('checkLaunch', [{}], { form, audience: {} }))).toMatchObject({
		message: 'Pinterest is not connected (no connection).',
		description:
			'Run the workflow “Make the tables for Pinterest Ads”, then “Connect Pinterest Ads”.',
	});
	const open = { ...form, max_daily_budget: '' };
	expect(await errorOf(run('checkLaunch', [main], { form: open, audience: {} }))).toMatchObject({
		message: 'No ceiling for budgets is set, so nothing is launched.',
		description: expect.stringContaining('max_daily_budget in the node “Your ceiling”'),
	});
});

it('launches nothing with what its fields begin with', async () => {
	expect(await errorOf(run('checkLaunch', [main]))).toMatchObject({
		message: expect.stringContaining('No ceiling'),
	});
});

it('lets the own row of a launch pass, and nothing else', async () => {
	const own = {
		id: 7,
		status: 'waiting',
		claimed_until: new Date(Date.now() + 60_000).toISOString(),
	};
	expect(await run('claimLaunch', [own], { ownRow: 7 })).toEqual([own]);
	expect(await errorOf(run('claimLaunch', [{ ...own, id: 6 }, own], { ownRow: 7 }))).toMatchObject({
		message: expect.stringContaining('is being launched right now'),
	});
});

it('ends a launch that failed with a page and what its row says', async () => {
	const item = { error: 'Refused.', message: 'Ask for less.', details: { kind: 'invalid' } };
	expect(await run('endLaunch', [item])).toEqual([
		expect.objectContaining({ status: 'failed', title: 'Not launched', error_kind: 'invalid' }),
	]);
});
