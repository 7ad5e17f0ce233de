import { runAutomation } from './harness.mts';
import { errorOf } from './onSimulator.mts';

const row = { id: 1, connection_key: 'main', status: 'inactive', message: 'Disconnected.' };

const run = async (status: string, mode: 'manual' | 'trigger') => {
	const { output } = await runAutomation({
		parameters: { operation: 'checkConnected' },
		items: [{ ...row, status }],
		mode,
	});
	return output;
};

it('lets the row of a connection pass while it is active, without a credential', async () => {
	expect(await run('active', 'trigger')).toEqual([
		expect.objectContaining({ json: { ...row, status: 'active' } }),
	]);
});

it('ends quietly where it was started by the clock', async () => {
	expect(await run('inactive', 'trigger')).toEqual([]);
});

it('says in n8n’s words what to do where somebody has started it', async () => {
	expect(await errorOf(run('inactive', 'manual'))).toMatchObject({
		message: 'Pinterest is not connected (inactive). Disconnected.',
		description:
			'Run the workflow “Make the tables for Pinterest Ads”, then “Connect Pinterest Ads”.',
		context: { kind: 'invalid' },
	});
});
