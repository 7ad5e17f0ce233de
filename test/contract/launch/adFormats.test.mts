import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.mts';
import { SEED } from '../../../simulator/simulator.mts';
import { launchCampaign } from '../../../worker/src/index.ts';
import { untyped } from '../../untyped.mts';
import { contextFor, useSimulator } from '../campaigns/campaignsOnSimulator.mts';

/** The examples of docs/ad-formats.md, as they stand there. */

const on = useSimulator();
const page = readFileSync(join(root, 'docs', 'ad-formats.md'), 'utf8');
const EXAMPLE = /<!-- example: (\w+), (\w+) -->\s+```json\n([\s\S]+?)\n```/g;
const examples = [...page.matchAll(EXAMPLE)].map(([, format, objective, adGroups]) => ({
	...{ format, objective, adGroups },
}));
/** The Pin of the collage, which is the page's own. */
const COLLAGE = '813744226420795891';
const shopping = { ads: [], promotions: ['REGULAR', 'COLLECTION'] };
const ofAd = (creative: string) => ({ ads: [creative], promotions: [] });
const CREATIVES: Readonly<Record<string, { ads: string[]; promotions: string[] }>> = {
	...{ Standard: ofAd('REGULAR'), Video: ofAd('VIDEO'), Carousel: ofAd('CAROUSEL') },
	...{ Shopping: shopping, Collage: ofAd('COLLAGE') },
};

it('has one example for each format that people know', () => {
	expect(examples.map(({ format }) => format)).toEqual(Object.keys(CREATIVES));
});

it.each(examples)('$format is launched as the page has it', async (example) => {
	const { format, objective, adGroups } = example;
	on.simulator.plant({ pins: [{ id: COLLAGE, creative_type: 'COLLAGE', title: 'Autumn' }] });
	const campaign = { name: `Format: ${format}`, objective: untyped(objective) };
	const record = await launchCampaign(contextFor(on.simulator), {
		...{ adAccountId: SEED.adAccountId, campaign, adGroups },
	});
	const { campaigns, ads, promotions } = on.simulator.state();
	expect(campaigns).toContainEqual(
		expect.objectContaining({ name: `Format: ${format}`, status: 'PAUSED' }),
	);
	const made = (all: ReadonlyArray<Record<string, unknown>>, ids: readonly string[] = []) =>
		all.filter(({ id }) => ids.includes(String(id))).map((one) => one.creative_type);
	expect({
		ads: made(ads, record.created.ads),
		promotions: made(promotions, record.created.promotions),
	}).toEqual(CREATIVES[format]);
	// Nothing in an example is unusual for its objective.
	expect(record.warnings.filter((one) => /not .* usual|may not deliver|refuse/.test(one))).toEqual(
		[],
	);
});
