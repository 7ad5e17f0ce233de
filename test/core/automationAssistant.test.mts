import { runAutomation } from './harness.mts';
import { errorOf } from './onSimulator.mts';

const main = {
	...{ connection_key: 'main', status: 'active', ad_account_id: '549755885175' },
	max_daily_budget: 50,
};
const form = { campaign_name: 'Spring sale', daily_budget: '20', status: 'PAUSED' };

const run = async (operation: string, items: object[], parameters: object = {}) => {
	const { output } = await runAutomation({
		parameters: { operation, ...parameters },
		items: items as never,
	});
	return output.map(({ json }) => json);
};

it('makes one question out of what was claimed for a launch', async () => {
	const claim = { ad_account_id: '549755885175', max_daily_budget: 50 };
	expect(await run('askForLaunch', [claim], { form })).toMatchObject([
		{ kind: 'launch', status: 'waiting', summary: expect.stringContaining('Daily budget: 20') },
	]);
	const dear = { form: { ...form, daily_budget: '51' } };
	expect(await errorOf(run('askForLaunch', [claim], dear))).toMatchObject({
		message: expect.stringContaining('51.00 a day is over the ceiling, 50.00 a day'),
	});
});

it('makes one question out of all rows of the connection for a change', async () => {
	const asked = { campaign_id: '626735565838000001', status: 'PAUSED' };
	const rows = [main, { connection_key: 'other', ad_account_id: '549755885176' }];
	expect(await run('askForUpdate', rows, { asked })).toMatchObject([
		{ kind: 'update', update: { status: 'PAUSED', name: '', daily_spend_cap: '' } },
	]);
	const on = { asked: { ...asked, status: 'ACTIVE' } };
	expect(await errorOf(run('askForUpdate', [main], on))).toMatchObject({
		message: expect.stringContaining('ACTIVE was refused'),
	});
});

it('asks nobody with what its fields begin with', async () => {
	expect(await errorOf(run('askForLaunch', [{}]))).toMatchObject({
		message: expect.stringContaining('paused'),
	});
	expect(await errorOf(run('askForUpdate', [main]))).toMatchObject({
		message: expect.stringContaining('Which campaign'),
	});
});
