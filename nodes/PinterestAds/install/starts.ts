import { SCHEDULES } from '../../../worker/src';
import type { Workflow, WorkflowNode } from './types';

/** One way in which a workflow starts without anybody opening n8n. */
export interface Start {
	readonly kind: 'form' | 'page' | 'schedule' | 'webhook';
	readonly text: string;
}

/** @param address n8n's, without a slash at its end */
export function startsOf({ name, nodes }: Workflow, address: string): Start[] {
	return nodes
		.filter(({ disabled }) => disabled !== true)
		.flatMap((node): Start[] => {
			const path = pathOf(node);
			if (node.type === 'n8n-nodes-pinterest-ads.pinterestAdsTrigger') {
				if (node.parameters.triggerOn === 'conversion') {
					return [{ kind: 'webhook', text: `${name}: POST ${address}/webhook/${path}` }];
				}
				return [{ kind: 'schedule', text: `${name}: ${whenOf(node)}` }];
			}
			if (node.type === 'n8n-nodes-base.formTrigger') {
				return [{ kind: 'form', text: `${name}: ${address}/form/${path}` }];
			}
			if (node.type === 'n8n-nodes-base.webhook') {
				const { httpMethod = 'GET' } = node.parameters;
				if ([node.parameters.httpMethod].flat().includes('GET')) {
					return [{ kind: 'page', text: `${name}: ${address}/webhook/${path}` }];
				}
				return [{ kind: 'webhook', text: `${name}: ${httpMethod} ${address}/webhook/${path}` }];
			}
			return [];
		});
}

function pathOf({ parameters }: WorkflowNode): string {
	const { path, options } = parameters as { path?: string; options?: { path?: string } };
	return path ?? options?.path ?? '';
}

function whenOf({ parameters }: WorkflowNode): string {
	const known = SCHEDULES.find(({ id }) => id === parameters.schedule);
	return known?.when ?? `at ${String(parameters.cronExpression)} (cron, UTC)`;
}
