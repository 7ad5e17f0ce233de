import { READING_MS, SYNCING_MS } from '../../../../worker/src/automation/audiences/index.ts';
import { readTemplate } from '../../../../scripts/templates/files.mts';

it('the workflow that syncs stops by itself before its claim is over', () => {
	const { nodes, settings } = readTemplate('pinAdsSyncAudience');
	const sync = nodes.find(({ name }) => name === 'Sync with Pinterest');
	const { maxMinutes } = sync?.parameters.options as { maxMinutes: number };
	expect(settings).toMatchObject({ executionTimeout: READING_MS / 1000 });
	expect(maxMinutes * 60_000).toBe(SYNCING_MS);
});
