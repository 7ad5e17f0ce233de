import { outputOf } from '../../scripts/n8n/executions.mts';
import { chain, using, webhookNode, workflow } from '../../scripts/n8n/workflow.mts';
import { at, byId, pinterestAds } from '../../workflows/builder/index.mts';
import { AD_ACCOUNT, CAMPAIGNS } from '../metrics/campaigns.mts';
import { measured, type Measurement } from '../shared/report.mts';
import { longestBlock } from './blocks.mts';
import { withThousandCampaigns } from './pinterest.mts';
import type { WatchedN8n } from './watchedN8n.mts';

const OWN = 'benchCampaigns';
const NODE = 'Campaigns';

/** *Campaign: Get Many* of a thousand campaigns. */
export async function measureManyCampaigns(n8n: WatchedN8n): Promise<Measurement[]> {
	return await withThousandCampaigns(n8n, async (credential) => {
		const getMany = pinterestAds(
			NODE,
			at(0, 0),
			'campaign',
			'getMany',
			{ returnAll: true, adAccountId: byId(AD_ACCOUNT) },
			using(credential),
		);
		const nodes = [webhookNode('Start', OWN, 'onReceived'), getMany];
		await n8n.publish(workflow(OWN, nodes, chain('Start', NODE)));
		const run = await n8n.run(OWN);
		const found = outputOf(run.execution, NODE).length;
		const name = `${found} of ${CAMPAIGNS} campaigns`;
		return [measured(name, run.ms, 'ms'), ...longestBlock(name, run)];
	});
}
