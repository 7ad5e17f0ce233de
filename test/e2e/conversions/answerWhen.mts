import type { N8nApi } from '../../../scripts/n8n/api.mts';
import { SEED } from '../../../simulator/simulator.mts';
import type { Workflow } from '../../../scripts/n8n/workflow.mts';

/** The two ways of the template: a row before anything is sent, or sent while the caller waits. */
export const WAYS = ['written', 'sent'] as const;

export type Way = (typeof WAYS)[number];

const ID = 'pinAdsConversions';

/**
 * Sets the field Answer of the template's trigger, and publishes it, as a user does in the editor. The credential sees two
 * ad accounts, so that one is chosen.
 */
export async function setAnswerWhen(api: N8nApi, way: Way): Promise<void> {
	const { adAccountId } = SEED;
	const workflow = await api.call<Workflow>('GET', `/rest/workflows/${ID}`);
	const nodes = workflow.nodes.map((node) =>
		node.parameters.triggerOn === 'conversion'
			? { ...node, parameters: { ...node.parameters, answerWhen: way, adAccountId } }
			: node,
	);
	await api.publish(ID, await api.saveWorkflow({ ...workflow, nodes }));
}
