import { ROWS_AT_ONCE } from '../../../worker/src/automation/metrics/rowsAtOnce.ts';
import { readTemplate } from '../../../scripts/templates/files.mts';

it('removes as many rows in one step as Compare Metrics puts into an item', () => {
	const node = readTemplate('pinAdsMetrics').nodes.find(({ name }) => name === 'Remove rows');
	const { conditions } = node?.parameters.filters as { conditions: Array<{ keyValue: string }> };
	expect(conditions.map(({ keyValue }) => keyValue)).toEqual(
		Array.from({ length: ROWS_AT_ONCE }, (_, n) => `={{ $json.row_${n + 1} }}`),
	);
});
