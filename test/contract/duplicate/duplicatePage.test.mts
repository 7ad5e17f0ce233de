import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { addKeywords, duplicateCampaign } from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, recordsOf, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

/** The example of docs/duplicate.md, as it stands there. */

const on = useSimulator();
const page = readFileSync(join(root, 'docs', 'duplicate.md'), 'utf8');

function example(what: string): Record<string, unknown> {
	const [, json] =
		new RegExp(`<!-- example: ${what} -->\\s+\`\`\`json\\n([\\s\\S]+?)\\n\`\`\``).exec(page) ?? [];
	return JSON.parse(json) as Record<string, unknown>;
}

it('the example of the page gives what the page says', async () => {
	const context = contextFor(on.simulator);
	const held = on.simulator.state().adGroups.find(({ id }) => id === SEED.adGroups.running);
	const { name, campaign_id, billable_event, budget_in_micro_currency, bid_in_micro_currency } =
		held ?? {};
	on.simulator.plant({
		audiences: [{ id: '2542620905475', name: 'Buyers' }],
		adGroups: [
			{
				id: SEED.adGroups.running,
				fields: {
					...{ name, campaign_id, billable_event, budget_in_micro_currency, bid_in_micro_currency },
					targeting_spec: { LOCATION: ['US'], AUDIENCE_INCLUDE: ['2542620905475'] },
				},
			},
		],
	});
	recordsOf(
		await addKeywords(context, [
			{ adGroupId: SEED.adGroups.running, keywords: 'sofa' },
			{ adGroupId: SEED.adGroups.running2, keywords: 'lamp' },
		]),
	);
	const record = await duplicateCampaign(context, untyped(example('input')));
	const output = example('output');
	expect(Object.keys(output).length).toBeGreaterThan(8);
	expect(record).toMatchObject(output);
	const wanted = Object.keys(record).filter((key) => Object.hasOwn(output, key));
	expect(wanted).toEqual(Object.keys(output));
});
