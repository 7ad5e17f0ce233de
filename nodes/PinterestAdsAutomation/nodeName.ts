import type { INodeProperties } from 'n8n-workflow';

/** A field that names another node of the workflow, whose items are read. */
export const nodeName = (
	name: string,
	displayName: string,
	byDefault: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: byDefault,
	required: true,
	noDataExpression: true,
	description: `The name of the node ${description}`,
});
