import { movedClock } from '../preload/movedClock.mts';
import { startShortlyBefore } from '../preload/shortlyBefore.mts';
import { N8nServer } from '../../../scripts/n8n/fresh-n8n.mts';
import { MINUTES } from '../npm-start/npmStart.mts';
import { TriggerWorkflow } from '../workflows/triggerWorkflow.mts';
import { until } from '../../../scripts/until.mts';

let n8n: N8nServer;
let workflows: Record<'tokenRefresh' | 'audienceSync' | 'campaignMetrics', TriggerWorkflow>;

beforeAll(async () => {
	n8n = await N8nServer.start('trigger-schedule');
	const scheduled = async (schedule: string) => {
		const parameters = { triggerOn: 'schedule', schedule };
		const settings = { timezone: 'America/New_York' };
		const workflow = new TriggerWorkflow(n8n, schedule, parameters, { settings });
		await workflow.publish();
		return workflow;
	};
	workflows = {
		tokenRefresh: await scheduled('tokenRefresh'),
		audienceSync: await scheduled('audienceSync'),
		campaignMetrics: await scheduled('campaignMetrics'),
	};
}, 15 * MINUTES);
afterAll(async () => await n8n?.stop());

const times = async (workflow: TriggerWorkflow) =>
	(await workflow.items()).map(({ scheduled_at: time }) => time);

async function start(environment: NodeJS.ProcessEnv): Promise<void> {
	await n8n.kill();
	await n8n.startAgain(environment);
}

// New York’s clocks go forward at 07:00 UTC of the first day, and back at 06:00 UTC of the second.
it(
	'fires in UTC on the days on which the workflow’s time zone changes its clocks, once',
	async () => {
		const { tokenRefresh, audienceSync, campaignMetrics } = workflows;
		await startShortlyBefore('2027-03-14T05:00:00Z', start);
		await until(async () => (await times(tokenRefresh)).length > 0);
		// Killed and started again within the same minute and after it.
		await start(movedClock('2027-03-14T05:00:01Z'));
		await startShortlyBefore('2027-11-07T06:00:00Z', start);
		await until(
			async () => [...(await times(audienceSync)), ...(await times(campaignMetrics))].length > 1,
		);
		expect(await times(tokenRefresh)).toEqual(['2027-03-14T05:00:00.000Z']);
		expect(await times(audienceSync)).toEqual(['2027-11-07T06:00:00.000Z']);
		expect(await times(campaignMetrics)).toEqual(['2027-11-07T06:00:00.000Z']);
	},
	15 * MINUTES,
);

it(
	'says why a workflow with a wrong cron expression does not start',
	async () => {
		const parameters = { triggerOn: 'schedule', schedule: 'custom', cronExpression: '0 25 * * *' };
		const wrong = new TriggerWorkflow(n8n, 'wrong', parameters);
		await wrong.publish();
		// n8n publishes first and starts the trigger afterwards, so this is where it says so.
		await until(() => wrong.reasonNotToStart() !== undefined);
		expect(wrong.reasonNotToStart()).toContain('Cron Expression: “25” is no hour');
	},
	5 * MINUTES,
);
