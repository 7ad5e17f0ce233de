import { randomBytes } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { startedByHand } from '../../PinterestAds/transport/startedByHand';

/**
 * What the keys of the page's buttons are made with: made up once, and kept with the workflow. n8n keeps nothing of
 * a run that somebody has started in the editor, so that such a one has the workflow's own ID.
 */
export function secretOf(functions: IExecuteFunctions): string {
	const memory = functions.getWorkflowStaticData('global');
	if (typeof memory.dashboardKey === 'string') return memory.dashboardKey;
	if (startedByHand(functions)) return String(functions.getWorkflow().id ?? '');
	const made = randomBytes(32).toString('base64url');
	memory.dashboardKey = made;
	return made;
}
