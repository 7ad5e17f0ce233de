import { SHIPPED } from '../../../nodes/PinterestAdsAutomation/dashboard/shipped.ts';
import { ALWAYS, FEATURES } from '../../../nodes/PinterestAds/install/features.ts';
import { readTemplate, readTemplates } from '../../../scripts/templates/files.mts';
import { CONVERSIONS_READ, ERRORS_READ, SCHEDULES } from '../../../worker/src/index.ts';

const dashboard = readTemplate('pinAdsDashboard');
const nodeNamed = (name: string) => dashboard.nodes.find((node) => node.name === name)!;

describe('the dashboard as it is shipped', () => {
	it('knows the workflows by the names and times with which they are shipped', () => {
		for (const { id, name, crons } of SHIPPED) {
			const template = readTemplate(id);
			expect(template.name).toBe(name);
			const schedules = template.nodes
				.filter(({ type }) => type.endsWith('.pinterestAdsTrigger'))
				.map(({ parameters }) => parameters)
				.filter(({ triggerOn }) => triggerOn === 'schedule')
				.map(
					({ schedule, cronExpression }) =>
						SCHEDULES.find((one) => one.id === schedule)?.cron ?? cronExpression,
				);
			expect([id, schedules]).toEqual([id, crons]);
		}
	});

	it('looks for everything that the installation publishes, but for itself and for connecting', () => {
		const published = [...ALWAYS, ...FEATURES.flatMap(({ workflows }) => workflows)];
		const known = [...SHIPPED.map(({ id }) => id), 'pinAdsDashboard', 'pinAdsConnect'];
		expect(published.filter((id) => !known.includes(id))).toEqual([]);
		const scheduled = readTemplates().filter(({ nodes }) =>
			nodes.some(({ parameters }) => parameters.triggerOn === 'schedule'),
		);
		expect(scheduled.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([]);
	});

	it('reads as many rows as the page says', () => {
		for (const [name, limit] of [
			['Conversions of the last day', CONVERSIONS_READ],
			['Conversions not sent', CONVERSIONS_READ],
			['Errors', ERRORS_READ],
		] as const) {
			expect(nodeNamed(name).parameters.limit).toBe(limit);
		}
	});

	it('begins workflows without an output of errors, which would take from them what they begin with', () => {
		for (const name of ['Begin the sync', 'Begin to sync all']) {
			expect(nodeNamed(name)).toMatchObject({
				onError: 'continueRegularOutput',
				parameters: { options: { waitForSubWorkflow: false } },
			});
		}
	});
});
