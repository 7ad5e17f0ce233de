import type { ITriggerFunctions } from 'n8n-workflow';

/**
 * n8n keeps it with an execution and starts no second one with the same key: also where two n8n processes
 * think that they are the one to start it. None before the workflow is saved.
 */
export function keyOf(functions: ITriggerFunctions, what: string): string | undefined {
	const { id } = functions.getWorkflow();
	return id ? `${id}:${functions.getNode().id}:${what}` : undefined;
}
